import Link from 'next/link';
import type { CatalogueUnit, Standings } from '@/lib/classroom/catalogue';
import * as words from '../../_words';
import { ButtonLink } from '../ui/button';
import { Panel } from '../ui/panel';
import { Difficulty } from './difficulty';
import { StandingChip } from './standing-chip';
import styles from './unit-section.module.css';

interface UnitProps {
  unit: CatalogueUnit;
  /** Its place among the units, from 1. */
  place: number;
  /** null for who only reads. */
  standings: Standings | null;
}

/** A unit: its quiz, and its exercises with what each is about. */
export function UnitSection({ unit, place, standings }: UnitProps) {
  const t = words.catalogue;
  const done = unit.exercises.filter(({ slug }) => (standings?.get(slug)?.submitted ?? 0) > 0).length;
  return (
    <Panel className={styles.unit} aria-labelledby={unit.slug}>
      <header>
        <h2 id={unit.slug}>
          <span>{place}</span> {unit.title}
        </h2>
        <p>{standings ? t.done(done, unit.exercises.length) : t.exercises(unit.exercises.length)}</p>
        {unit.quiz && (
          <div className={styles.quiz}>
            <StandingChip standing={standings?.get(unit.quiz.slug)} />
            <ButtonLink
              href={`/exercises/${unit.slug}/quiz`}
              small
              prefetch={false}
              aria-label={unit.quiz.title}
            >
              {words.modes.name.quiz}, {t.questions(unit.quiz.questions)}
            </ButtonLink>
          </div>
        )}
      </header>
      {unit.exercises.length === 0 ? (
        <p className={styles.none}>{t.noExercises}</p>
      ) : (
        <ul>
          {unit.exercises.map((exercise) => (
            <li key={exercise.slug}>
              <div className={styles.title}>
                <Link href={`/exercises/${exercise.slug}`} prefetch={false}>
                  {exercise.title}
                </Link>
                <small>{exercise.concepts.map((concept) => concept.replaceAll('-', ' ')).join(' · ')}</small>
              </div>
              <span className={styles.kind}>{words.kinds.name[exercise.kind]}</span>
              <Difficulty level={exercise.difficulty} />
              <span className={styles.standing}>
                <StandingChip standing={standings?.get(exercise.slug)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
