import type { CSSProperties } from 'react';
import * as words from '../../_words';
import type { Film, ObjectRole } from '../stage/film/film';
import { EventMark } from '../ui/event-mark';
import styles from './lifelines.module.css';

/** Columns shown at once; a longer run shows those around the step. */
const COLUMNS = 12;
const ROWS = 6;

interface Window {
  readonly from: number;
  readonly to: number;
}

function windowAround(n: number, last: number): Window {
  const from = Math.max(0, Math.min(n - Math.floor(COLUMNS / 2), last - COLUMNS + 1));
  return { from, to: Math.min(last, from + COLUMNS - 1) };
}

/** One column a step with its marks, one bar an object from creation to freeing, the count at each step. */
export function Lifelines({ film, n, onGo }: { film: Film; n: number; onGo: (n: number) => void }) {
  const last = film.scenes.length - 1;
  const { from, to } = windowAround(n, last);
  const roles = film.cast.objects
    .filter((role) => role.from <= to && (role.freed ?? last) >= from)
    .slice(0, ROWS);
  const columns = film.scenes.slice(from, to + 1);
  return (
    <div
      className={styles.grid}
      style={
        {
          '--steps': columns.length,
          gridTemplateRows: `auto repeat(${roles.length}, 20px) 5px`,
        } as CSSProperties
      }
    >
      <span className={styles.heading} aria-hidden="true">
        {words.player.count}
      </span>
      <span
        className={styles.current}
        style={{ gridColumn: n - from + 2, gridRow: `1 / span ${roles.length + 2}` }}
        aria-hidden="true"
      />
      {columns.map((scene, i) => (
        <button
          key={scene.n}
          type="button"
          className={`${styles.column} ${scene.n === n ? styles.now : scene.n < n ? styles.past : ''}`}
          style={{ gridColumn: i + 2 }}
          aria-label={words.player.column(scene.n, scene.code)}
          aria-current={scene.n === n ? 'step' : undefined}
          onClick={() => onGo(scene.n)}
        >
          <span className={styles.marks}>
            {scene.marks.slice(0, 3).map((mark) => (
              <EventMark key={mark} kind={mark} />
            ))}
          </span>
          <span className={styles.number}>{scene.n}</span>
          <span className={styles.text}>
            {scene.n === 0 ? words.player.start : <code>{scene.code}</code>}
          </span>
        </button>
      ))}
      {roles.map((role, row) => (
        <Life key={role.id} role={role} row={row + 2} film={film} n={n} window={{ from, to }} />
      ))}
    </div>
  );
}

function Life({
  role,
  row,
  film,
  n,
  window,
}: {
  role: ObjectRole;
  row: number;
  film: Film;
  n: number;
  window: Window;
}) {
  const end = role.freed ?? film.scenes.length - 1;
  const from = Math.max(role.from, window.from);
  const to = Math.min(end, window.to);
  const open = role.freed === null || role.freed > window.to;
  return (
    <>
      <span className={`${styles.label} o${role.hue}`} style={{ gridRow: row }} aria-hidden="true">
        #{role.number} {role.kind}
      </span>
      <span
        className={`${styles.life} o${role.hue} ${open ? styles.open : ''}`}
        style={{
          gridRow: row,
          gridColumn: `${from - window.from + 2} / ${to - window.from + (open ? 3 : 2)}`,
        }}
        aria-hidden="true"
      />
      {!open && (
        <span
          className={`${styles.end} o${role.hue}`}
          style={{ gridRow: row, gridColumn: to - window.from + 2 }}
          aria-hidden="true"
        />
      )}
      {film.scenes.slice(from, to + 1).map((scene) => {
        const state = scene.objects.find((object) => object.id === role.id);
        if (!state || state.count === null) return null;
        const changed = state.before !== null || state.isNew;
        const look = [
          styles.value,
          changed && styles.changed,
          scene.n > n && styles.ahead,
          state.count === 0 && styles.zero,
        ];
        return (
          <span
            key={scene.n}
            className={look.filter(Boolean).join(' ')}
            style={{ gridRow: row, gridColumn: scene.n - window.from + 2 }}
            aria-hidden="true"
          >
            {state.count}
          </span>
        );
      })}
    </>
  );
}
