import { type CSSProperties, memo } from 'react';
import type { Film } from '../stage/film/film';
import { type EventKind, EventMark } from '../ui/event-mark';
import styles from './slider-marks.module.css';

/** Up to so many steps, each mark is the sign of what happened; above, a tick. */
const SIGNS = 20;
/** Which of several marks of one step is shown: what is rarest and means most comes first. */
const ORDER: readonly EventKind[] = ['collect', 'freed', 'delete', 'write', 'view', 'alias', 'create'];
const ENDINGS: ReadonlySet<EventKind | undefined> = new Set(['collect', 'freed']);

/** What happened where, below the slider: the eye finds the step, the slider's text says it. */
export const SliderMarks = memo(function SliderMarks({ film }: { film: Film }) {
  const last = film.scenes.length - 1;
  return (
    <div className={styles.marks} aria-hidden="true">
      {film.scenes.map(({ n, marks }) => {
        const kind = ORDER.find((one) => marks.includes(one));
        if (!kind || last === 0) return null;
        const look = last <= SIGNS ? '' : ENDINGS.has(kind) ? styles.long : styles.tick;
        return (
          <span
            key={n}
            className={look}
            style={{ '--at': n / last } as CSSProperties}
            data-mark={kind}
            data-at={n}
          >
            {last <= SIGNS && <EventMark kind={kind} size={11} />}
          </span>
        );
      })}
    </div>
  );
});
