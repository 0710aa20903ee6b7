import { type CSSProperties, memo, useMemo } from 'react';
import * as words from '../../_words';
import type { Film, ObjectRole, Scene } from '../stage/film/film';
import { EventMark } from '../ui/event-mark';
import styles from './lifelines.module.css';
import { type Window, windowAround } from './lifelines-window';

const ROWS = 6;

/** One column a step with its marks, one bar an object from creation to freeing, the count at each step. */
export function Lifelines({ film, n, onGo }: { film: Film; n: number; onGo: (n: number) => void }) {
  const { from, to } = windowAround(n, film.scenes.length - 1);
  const columns = useMemo(() => film.scenes.slice(from, to + 1), [film, from, to]);
  const lives = useMemo(() => livesIn(film, { from, to }), [film, from, to]);
  return (
    <div
      className={styles.grid}
      style={
        {
          '--steps': columns.length,
          gridTemplateRows: `var(--head) repeat(${lives.length}, 20px) 5px`,
        } as CSSProperties
      }
    >
      <span className={styles.heading} aria-hidden="true">
        {words.player.count}
      </span>
      <span className={styles.current} style={{ '--at': n - from } as CSSProperties} aria-hidden="true" />
      {/* A place keeps its element when the columns are turned over: the focus stays, and little is made anew. */}
      {columns.map((scene, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
        <Column key={i} scene={scene} place={i + 2} time={timeOf(scene.n, n)} onGo={onGo} />
      ))}
      {lives.map((life, row) => (
        <Bar key={life.role.id} life={life} row={row + 2} from={from} />
      ))}
      {lives.flatMap((life, row) =>
        life.counts.map((one) => (
          <Value
            key={`${life.role.id} ${one.n - from}`}
            value={one}
            row={row + 2}
            place={one.n - from + 2}
            ahead={one.n > n}
          />
        )),
      )}
    </div>
  );
}

type Time = 'past' | 'now' | 'ahead';

const timeOf = (step: number, n: number): Time => (step === n ? 'now' : step < n ? 'past' : 'ahead');

const Column = memo(function Column({
  scene,
  place,
  time,
  onGo,
}: {
  scene: Scene;
  place: number;
  time: Time;
  onGo: (n: number) => void;
}) {
  return (
    <button
      type="button"
      className={`${styles.column} ${time === 'ahead' ? '' : styles[time]}`}
      style={{ gridColumn: place }}
      aria-label={words.player.column(scene.n, scene.code)}
      aria-current={time === 'now' ? 'step' : undefined}
      onClick={() => onGo(scene.n)}
    >
      <span className={styles.marks}>
        {scene.marks.slice(0, 3).map((mark) => (
          <EventMark key={mark} kind={mark} />
        ))}
      </span>
      <span className={styles.number}>{scene.n}</span>
      <span className={styles.text}>{scene.n === 0 ? words.player.start : <code>{scene.code}</code>}</span>
    </button>
  );
});

/** An object within the steps that are shown. */
interface Life {
  readonly role: ObjectRole;
  readonly from: number;
  readonly to: number;
  /** Whether it lives on after the last step that is shown. */
  readonly open: boolean;
  readonly counts: readonly CountAt[];
}

interface CountAt {
  readonly n: number;
  readonly count: number;
  readonly changed: boolean;
}

function livesIn(film: Film, window: Window): Life[] {
  const last = film.scenes.length - 1;
  return film.cast.objects
    .filter((role) => role.from <= window.to && (role.freed ?? last) >= window.from)
    .slice(0, ROWS)
    .map((role) => {
      const from = Math.max(role.from, window.from);
      const to = Math.min(role.freed ?? last, window.to);
      const open = role.freed === null || role.freed > window.to;
      return { role, from, to, open, counts: countsOf(role.id, film.scenes.slice(from, to + 1)) };
    });
}

function countsOf(object: number, scenes: readonly Scene[]): CountAt[] {
  return scenes.flatMap(({ n, objects }): CountAt[] => {
    const state = objects.find(({ id }) => id === object);
    if (!state || state.count === null) return [];
    return [{ n, count: state.count, changed: state.before !== null || state.isNew }];
  });
}

const Bar = memo(function Bar({ life, row, from }: { life: Life; row: number; from: number }) {
  const { role, open } = life;
  const end = life.to - from + 2;
  return (
    <>
      <span className={`${styles.label} o${role.hue}`} style={{ gridRow: row }} aria-hidden="true">
        #{role.number} {role.kind}
      </span>
      <span
        className={`${styles.life} o${role.hue} ${open ? styles.open : ''}`}
        style={{ gridRow: row, gridColumn: `${life.from - from + 2} / ${open ? end + 1 : end}` }}
        aria-hidden="true"
      />
      {!open && (
        <span
          className={`${styles.end} o${role.hue}`}
          style={{ gridRow: row, gridColumn: end }}
          aria-hidden="true"
        />
      )}
    </>
  );
});

/** The count of an object at a step. */
const Value = memo(function Value({
  value: { count, changed },
  row,
  place,
  ahead,
}: {
  value: CountAt;
  row: number;
  place: number;
  ahead: boolean;
}) {
  const look = [styles.value, changed && styles.changed, ahead && styles.ahead, count === 0 && styles.zero];
  return (
    <span
      className={look.filter(Boolean).join(' ')}
      style={{ gridRow: row, gridColumn: place }}
      aria-hidden="true"
    >
      {count}
    </span>
  );
});
