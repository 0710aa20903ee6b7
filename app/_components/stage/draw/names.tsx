import { memo } from 'react';
import * as words from '../../../_words';
import { NameTag } from '../../ui/name-tag';
import type { FrameRole, NameRole, NameState, Scene } from '../film/film';
import type { Box, Places } from '../layout/geometry';
import styles from './names.module.css';

const NameSlot = memo(function NameSlot({
  role,
  state,
  box,
  form,
  withNote,
}: {
  role: NameRole;
  state: NameState;
  box: Box;
  form: Places['form'];
  /** Whether there is room below a name to say when it was removed. */
  withNote: boolean;
}) {
  const gone = state.status !== 'bound';
  const note =
    state.removed === null
      ? null
      : state.status === 'cut'
        ? words.stage.removedNow
        : words.stage.removedAt(state.removed);
  return (
    <>
      <div
        className={styles.slot}
        style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
        data-name={role.key}
        data-status={state.status}
      >
        <NameTag
          name={role.name}
          hue={state.hue}
          gone={gone}
          now={state.isNew || state.status === 'cut'}
          small={form === 'narrow'}
        />
      </div>
      {!gone && state.text && (
        <div className={styles.value} style={{ left: box.x + box.w + 8, top: box.y, height: box.h }}>
          <code>{state.text}</code>
        </div>
      )}
      {gone && note && role.frame === 0 && withNote && (
        <div className={styles.note} style={{ left: box.x, top: box.y + box.h + 3 }}>
          {note}
        </div>
      )}
      {gone && note && <span className="sr">{`${role.name}: ${note}`}</span>}
    </>
  );
});

/** The names lane: tags by frame. */
export function Names({
  scene,
  roles,
  frames,
  places,
  withNotes,
}: {
  scene: Scene;
  roles: ReadonlyMap<string, NameRole>;
  frames: readonly FrameRole[];
  places: Places;
  withNotes: boolean;
}) {
  const seen = (frame: number) => scene.n < (places.frameUntil.get(frame) ?? Number.POSITIVE_INFINITY);
  return (
    <>
      {frames.map((frame) => {
        const at = places.frames.get(frame.id);
        if (!at || scene.n < frame.from || !seen(frame.id)) return null;
        const label = scene.frames.includes(frame.id) ? frame.label : words.stage.returned(frame.label);
        return (
          <div key={frame.id} className={styles.frame} style={{ left: at.x, top: at.y }}>
            {label}
          </div>
        );
      })}
      {scene.names.map((state) => {
        const role = roles.get(state.key);
        const box = places.names.get(state.key);
        if (!role || !box || !seen(role.frame)) return null;
        return (
          <NameSlot
            key={state.key}
            role={role}
            state={state}
            box={box}
            form={places.form}
            withNote={withNotes}
          />
        );
      })}
    </>
  );
}
