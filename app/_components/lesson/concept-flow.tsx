import Link from 'next/link';
import type { CSSProperties } from 'react';
import { words } from '../../_words';
import type { Film, Scene } from '../stage/film/film';
import { Count } from '../ui/count';
import { EventMark } from '../ui/event-mark';
import { Prose } from '../ui/prose';
import styles from './concept-flow.module.css';
import { MiniPicture } from './mini-picture';

export interface FlowItem {
  readonly text: string;
  readonly step?: number | null | undefined;
}

/** The idea in steps: a picture of each with the lesson's words, and the count as a chart below. */
export function ConceptFlow({ slug, flow, film }: { slug: string; flow: readonly FlowItem[]; film: Film }) {
  const scenes = film.scenes.slice(1);
  return (
    <div className={styles.flow}>
      <ol
        className={styles.row}
        aria-label={words.lesson.flowSteps}
        style={{ '--steps': scenes.length } as CSSProperties}
      >
        {scenes.map((scene) => (
          <li key={scene.n} className={styles.panel}>
            <div className={styles.head}>
              <span className={styles.number}>{scene.n}</span>
              <b>{scene.act}</b>
              {scene.marks.map((mark) => (
                <EventMark key={mark} kind={mark} />
              ))}
            </div>
            <code className={styles.code}>{scene.code}</code>
            <div className={styles.picture}>
              <MiniPicture film={film} n={scene.n} />
            </div>
            <ul>
              {flow
                .filter((item) => item.step === scene.n)
                .map((item) => (
                  <li key={item.text}>
                    <Prose text={item.text} />
                  </li>
                ))}
            </ul>
            <Link
              href={`/lessons/${slug}/watch?step=${scene.n}`}
              aria-label={words.lesson.watchStep(scene.n)}
              prefetch={false}
            >
              {words.lesson.seeStep(scene.n)}
            </Link>
            <Level film={film} scene={scene} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The count of the first object of the program after a step, and how it changed. */
function Level({ film, scene }: { film: Film; scene: Scene }) {
  const first = film.cast.objects[0]?.id;
  const countAt = (n: number) => film.scenes[n]?.objects.find((object) => object.id === first)?.count ?? 0;
  const count = countAt(scene.n);
  const before = countAt(scene.n - 1);
  const change = count > before ? 'up' : count < before ? 'down' : 'same';
  const height = Math.min(count, 4) * 35 + 2;
  return (
    <div className={styles.chart}>
      <div
        className={`${styles.level} ${count === 0 ? styles.zero : ''} o1`}
        style={{ height }}
        aria-hidden="true"
      />
      <span className={styles.count}>
        <span className="sr">{words.count.label(count)}. </span>
        <span aria-hidden="true">
          <Count count={count} />
        </span>
      </span>
      <span className={styles.change}>{words.lesson.flowChange[change]}</span>
    </div>
  );
}
