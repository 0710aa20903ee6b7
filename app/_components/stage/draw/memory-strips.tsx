import { memo } from 'react';
import * as words from '../../../_words';
import type { BufferRole, BufferState, LaneState, ObjectRole } from '../film/film';
import type { Strip } from '../layout/geometry';
import styles from './memory-strips.module.css';

interface StripProps {
  role: BufferRole;
  owner: ObjectRole;
  state: BufferState;
  strip: Strip;
  roomy: boolean;
  narrow: boolean;
  note: boolean;
  /** The view made or used in this step: the cells it sees are tinted. */
  focus: LaneState | null;
  focusHue: number;
}

/** A buffer: square cells with their byte offsets. */
export const MemoryStrip = memo(function MemoryStrip({
  role,
  owner,
  state,
  strip,
  roomy,
  narrow,
  note,
  focus,
  focusHue,
}: StripProps) {
  const seen = new Set(focus?.windows.flatMap((w) => w.labels.map((_, i) => w.start + i)) ?? []);
  const written = new Set(state.written.map((w) => w.place));
  const total = role.cells * role.cellBytes;
  const offsetEvery = narrow && role.shown.length > 6 ? 4 : 1;
  return (
    <>
      {strip.lefts.map((left, place) =>
        place % offsetEvery ? null : (
          <div
            key={left}
            className={styles.offset}
            style={{
              left,
              top: strip.y - 18,
              width: strip.cell * offsetEvery,
              textAlign: offsetEvery > 1 ? 'left' : 'center',
            }}
          >
            {(narrow && offsetEvery > 1 ? 'byte ' : '') + (role.shown[place] ?? 0) * role.cellBytes}
          </div>
        ),
      )}
      <div
        className={`${styles.strip} o${owner.hue} ${state.live ? '' : styles.freed} ${roomy ? styles.roomy : ''} ${strip.cell < 30 ? styles.tight : ''}`}
        style={{ left: strip.x, top: strip.y, width: strip.width, height: strip.h }}
        data-buffer={role.id}
        data-live={state.live}
      >
        {strip.lefts.map((left, place) => {
          const look = [written.has(place) && styles.now, seen.has(place) && `${styles.seen} o${focusHue}`];
          return (
            <span
              key={left}
              className={look.filter(Boolean).join(' ')}
              style={{ left: left - strip.x, width: strip.cell }}
              data-cell={role.shown[place]}
            >
              {state.cells[place]}
            </span>
          );
        })}
        {strip.gaps.map((left) => (
          <i key={left} style={{ left: left - strip.x }} title={words.stage.hidden}>
            …
          </i>
        ))}
      </div>
      {state.written.map(({ place, was }) => (
        <div
          key={place}
          className={styles.was}
          style={{ left: (strip.lefts[place] ?? 0) - 16, top: strip.y + strip.h + 4, width: strip.cell + 32 }}
        >
          {words.stage.was(was)}
        </div>
      ))}
      {(note || !state.live) && (
        <div
          className={styles.note}
          style={{
            left: strip.x,
            top: strip.y + strip.h + (roomy ? 30 : state.written.length > 0 ? 20 : 6),
            width: Math.max(strip.width, 220),
          }}
        >
          {state.live
            ? roomy
              ? words.stage.bufferNote(total, owner.number, role.cellBytes)
              : words.stage.bufferShort(total, owner.number)
            : words.stage.bufferFreed(owner.number)}
        </div>
      )}
    </>
  );
});
