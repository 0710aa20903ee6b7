import Link from 'next/link';
import * as words from '../../_words';
import type { Film } from '../stage/film/film';
import { Panel } from '../ui/panel';
import { Prose, plain } from '../ui/prose';
import { ReadAloud } from './read-aloud';
import styles from './transcript.module.css';

/** The run in sentences: the lesson's opening, a paragraph a step, its closing. */
export function Transcript({
  slug,
  introduction,
  closing,
  film,
}: {
  slug: string;
  introduction: string;
  closing: string;
  film: Film;
}) {
  const steps = film.scenes.filter((scene) => scene.n > 0);
  const spoken = [
    introduction,
    ...steps.map((scene) => `${words.lesson.stepOf(scene.n)}. ${scene.say} ${scene.more}`),
    closing,
  ];
  return (
    <Panel className={styles.transcript}>
      <ReadAloud text={plain(spoken.join(' '))} />
      <p>
        <Prose text={introduction} />
      </p>
      <ol>
        {steps.map((scene) => (
          <li key={scene.n}>
            <h3>
              <Link href={`/lessons/${slug}/watch?step=${scene.n}`} prefetch={false}>
                {words.lesson.stepOf(scene.n)}
              </Link>{' '}
              <code>{scene.code}</code>
            </h3>
            <p>
              <Prose text={scene.say} /> <Prose text={scene.more} />
            </p>
          </li>
        ))}
      </ol>
      <p>
        <Prose text={closing} />
      </p>
    </Panel>
  );
}
