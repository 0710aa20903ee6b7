import { type CSSProperties, memo } from 'react';
import type { Film } from '../stage/film/film';
import { type EventKind, EventMark } from '../ui/event-mark';
import styles from './slider-marks.module.css';

/** Up to so many steps, each mark is the sign of what happened; above, a tick. */
const SIGNS = 20;
/** Where a tick begins and ends, from the top. */
const TICK = { top: 1, short: 5, long: 11, height: 13 };
/** Which of several marks of one step is shown: what is rarest and means most comes first. */
const ORDER: readonly EventKind[] = ['collect', 'freed', 'delete', 'write', 'view', 'alias', 'create'];
const ENDINGS: ReadonlySet<EventKind | undefined> = new Set(['collect', 'freed']);

/** What happened where, below the slider: the eye finds the step, the slider's text says it. */
export const SliderMarks = memo(function SliderMarks({ film }: { film: Film }) {
  const last = film.scenes.length - 1;
  const found = film.scenes.flatMap(({ n, marks }): Mark[] => {
    const kind = ORDER.find((one) => marks.includes(one));
    return kind && last > 0 ? [{ n, kind }] : [];
  });
  return (
    <div className={styles.marks} aria-hidden="true">
      {last > SIGNS ? (
        <Ticks marks={found} last={last} />
      ) : (
        found.map(({ n, kind }) => (
          <span key={n} style={{ '--at': n / last } as CSSProperties}>
            <EventMark kind={kind} size={11} />
          </span>
        ))
      )}
    </div>
  );
});

interface Mark {
  readonly n: number;
  readonly kind: EventKind;
}

/** All ticks in two paths: a thousand elements would be placed and painted again with every step. */
function Ticks({ marks, last }: { marks: readonly Mark[]; last: number }) {
  const path = (ticks: readonly Mark[], bottom: number) =>
    ticks.map(({ n }) => `M${n} ${TICK.top}V${bottom}`).join('');
  const isEnd = ({ kind }: Mark) => ENDINGS.has(kind);
  return (
    <svg viewBox={`0 0 ${last} ${TICK.height}`} preserveAspectRatio="none" aria-hidden="true">
      <path
        className={styles.tick}
        d={path(
          marks.filter((mark) => !isEnd(mark)),
          TICK.short,
        )}
      />
      <path className={styles.long} d={path(marks.filter(isEnd), TICK.long)} />
    </svg>
  );
}
