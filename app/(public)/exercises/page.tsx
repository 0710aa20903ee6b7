import type { Metadata } from 'next';
import { listUnits } from '@/lib/classroom/catalogue';
import { UnitSection } from '../../_components/catalogue/unit-section';
import { OfferedQuizzes } from '../../_components/quizzes/offered-quizzes';
import { EmptyState } from '../../_components/ui/empty-state';
import { ownStandings } from '../../_data/catalogue';
import { offeredQuizzes } from '../../_data/course-quizzes';
import * as words from '../../_words';
import styles from './exercises.module.css';

export const metadata: Metadata = { title: words.catalogue.title };

/** The catalogue: units in their order, each with its quiz and its exercises. Anybody may read it. */
export default async function ExercisesPage() {
  const [units, standings, quizzes] = await Promise.all([listUnits(), ownStandings(), offeredQuizzes()]);
  const t = words.catalogue;
  if (units.length === 0) return <EmptyState title={t.none} text={t.noneText} />;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      <OfferedQuizzes quizzes={quizzes} />
      <div className={styles.catalogue}>
        <nav className={styles.units} aria-label={t.units}>
          <ol>
            {units.map((unit) => (
              <li key={unit.slug}>
                <a href={`#${unit.slug}`}>{unit.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.list}>
          {units.map((unit, index) => (
            <UnitSection key={unit.slug} unit={unit} place={index + 1} standings={standings} />
          ))}
        </div>
      </div>
    </div>
  );
}
