import Link from 'next/link';
import type { CSSProperties } from 'react';
import * as words from '../../_words';
import type { Film, Scene } from '../stage/film/film';
import { Count } from '../ui/count';
import { EventMark } from '../ui/event-mark';
import { Prose } from '../ui/prose';
import styles from './concept-flow.module.css';
import { picturedObjects } from './mini-layout';
import { MiniPicture } from './mini-picture';

export interface FlowItem {
  readonly text: string;
  readonly step?: number | null | undefined;
}

/** Panels that stand side by side at most: more of them are set in two rows. */
const mostAbreast = 6;

/** The idea in steps: a picture of each with the lesson's words, and the count of one object as a chart below. */
export function ConceptFlow({ slug, flow, film }: { slug: string; flow: readonly FlowItem[]; film: Film }) {
  const scenes = film.scenes.slice(1);
  const abreast = scenes.length > mostAbreast ? Math.ceil(scenes.length / 2) : scenes.length;
  const counted = picturedObjects(film)[0];
  const name = film.cast.names.find((role) => role.first === counted?.id)?.name;
  return (
    <div className={styles.flow}>
      <ol
        className={styles.row}
        aria-label={words.lesson.flowSteps}
        style={{ '--abreast': abreast } as CSSProperties}
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
            {counted && <Level film={film} scene={scene} id={counted.id} hue={counted.hue} />}
          </li>
        ))}
      </ol>
      {counted && name !== undefined && (
        <p className={styles.caption}>{words.lesson.flowChart(counted.kind, name)}</p>
      )}
    </div>
  );
}

interface LevelProps {
  film: Film;
  scene: Scene;
  /** The object whose count is shown. */
  id: number;
  hue: number;
}

/** Pixels of the bar of a count of one, which clears the words beside it, and of the highest count of the run. */
const [least, highest] = [36, 76];

/** The count of an object after a step, and how it changed. */
function Level({ film, scene, id, hue }: LevelProps) {
  const countAt = (n: number) => film.scenes[n]?.objects.find((object) => object.id === id)?.count ?? 0;
  const most = Math.max(1, ...film.scenes.map((one) => countAt(one.n)));
  if (!scene.objects.some((object) => object.id === id)) return <div className={styles.chart} />;
  const count = countAt(scene.n);
  const before = countAt(scene.n - 1);
  const change = count > before ? 'up' : count < before ? 'down' : 'same';
  const height = count === 0 ? 2 : least + ((count - 1) * (highest - least)) / Math.max(1, most - 1);
  return (
    <div className={styles.chart}>
      <div
        className={`${styles.level} ${count === 0 ? styles.zero : ''} o${hue}`}
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
