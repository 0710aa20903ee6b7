import { Clock, PencilLine } from 'lucide-react';
import { formats } from '@/lib/classroom/gradebook';
import { gradebook } from '../../_words/gradebook';
import styles from './gradebook.module.css';

/** What the signs mean, how the total is made, and the files to take along. */
export function BookNotes({ courseId, exports }: { courseId: string; exports: boolean }) {
  const t = gradebook;
  return (
    <div className={styles.notes}>
      <p>{t.formula}</p>
      <p>{t.keys}</p>
      <dl aria-label={t.legend.title}>
        <dt>
          <Clock size={13} aria-hidden="true" /> {t.latePercent(20)}
        </dt>
        <dd>{t.legend.late}</dd>
        <dt>
          <PencilLine size={13} aria-hidden="true" /> <span className="sr">{t.filter.states.overridden}</span>
        </dt>
        <dd>{t.legend.overridden}</dd>
        {(['excused', 'missing', 'waiting'] as const).map((state) => (
          <div key={state}>
            <dt>{t.short[state]}</dt>
            <dd>{t.legend[state]}</dd>
          </div>
        ))}
      </dl>
      {exports && (
        <section aria-labelledby="exports">
          <h2 id="exports">{t.exports.title}</h2>
          <p>{t.exports.text}</p>
          <ul className={styles.files}>
            {formats.map((format) => (
              <li key={format}>
                <a href={`/api/courses/${courseId}/gradebook/${format}`} download>
                  {t.exports[format]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
