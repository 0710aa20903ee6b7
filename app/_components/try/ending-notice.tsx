import { runEnding as t } from '../../_words/run-ending';
import type { Film } from '../stage/film/film';
import { Notice } from '../ui/notice';
import styles from './ending-notice.module.css';

/** Why a run stopped, in Python's words, with line and column as Python counts them. */
export function EndingNotice({ film }: { film: Film }) {
  const { type, message, span, traceback } = film.ending;
  if (type === 'finished') return null;
  const kept = film.scenes.length - 1;
  return (
    <Notice tone="error" title={t.title[type]}>
      {span && <p className={styles.place}>{t.at(span.line, span.column + 1)}</p>}
      <pre className={styles.words}>
        {traceback.length > 0 && `${t.traceback}\n${traceback.map((row) => `  ${row}`).join('\n')}\n`}
        {message}
      </pre>
      {kept > 0 && <p>{t.stepsKept(kept)}</p>}
    </Notice>
  );
}
