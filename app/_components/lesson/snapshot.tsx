import Link from 'next/link';
import * as words from '../../_words';
import type { Film } from '../stage/film/film';
import { Prose } from '../ui/prose';
import { MiniPicture } from './mini-picture';
import styles from './snapshot.module.css';

/** The lesson in a few lines, each with the step that shows it. */
export function Snapshot({
  slug,
  points,
  film,
}: {
  slug: string;
  points: readonly { text: string; step: number }[];
  film: Film;
}) {
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <li key={point.text}>
          <MiniPicture film={film} n={point.step} />
          <p>
            <Prose text={point.text} />
          </p>
          <Link href={`/lessons/${slug}/watch?step=${point.step}`} prefetch={false}>
            {words.lesson.seeStep(point.step)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
