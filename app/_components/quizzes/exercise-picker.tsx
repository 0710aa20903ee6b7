'use client';

import { Check, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { CatalogueUnit } from '@/lib/classroom/catalogue';
import * as words from '../../_words';
import { Choice } from '../assignments/form/choice';
import { Difficulty } from '../catalogue/difficulty';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Panel } from '../ui/panel';
import styles from './exercise-picker.module.css';
import { everything, type Filter, type FoundExercise, matching } from './filter';

interface PickerProps {
  units: readonly CatalogueUnit[];
  /** Ids of the exercises that are chosen already. */
  taken: ReadonlySet<string>;
  onAdd: (exercise: FoundExercise) => void;
}

/** The exercises of the catalogue, to be searched and added. */
export function ExercisePicker({ units, taken, onAdd }: PickerProps) {
  const t = words.quizzes.picker;
  const [filter, setFilter] = useState(everything);
  const [said, setSaid] = useState('');
  const all = matching(units, everything);
  const found = matching(units, filter);
  const put = (more: Partial<Filter>) => setFilter((before) => ({ ...before, ...more }));
  const choice = (
    field: Exclude<keyof Filter, 'text'>,
    options: readonly (readonly [value: string, text: string])[],
  ) => (
    <Choice
      label={t[field]}
      value={filter[field]}
      options={[['', t.all], ...options]}
      onChange={(value) => put({ [field]: value })}
    />
  );
  const concepts = [...new Set(all.flatMap((exercise) => exercise.concepts))];
  return (
    <section className={styles.picker} aria-labelledby="picker">
      <h2 id="picker">{t.title}</h2>
      <Field
        label={t.search}
        type="search"
        value={filter.text}
        onChange={(event) => put({ text: event.target.value })}
        // Enter would send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className={styles.filters}>
        {choice(
          'unit',
          units.map(({ slug, title }) => [slug, title]),
        )}
        {choice('kind', Object.entries(words.kinds.name))}
        {choice(
          'difficulty',
          [1, 2, 3, 4, 5].map((n) => [String(n), t.level(n)]),
        )}
        {choice(
          'concept',
          concepts
            .map((concept) => [concept, words.conceptName(concept)] as const)
            .toSorted(([, a], [, b]) => a.localeCompare(b, 'en')),
        )}
      </div>
      <p role="status" className={styles.found}>
        {found.length === 0 ? t.none : t.found(found.length, all.length)}
      </p>
      <p role="status" className="sr">
        {said}
      </p>
      {found.length > 0 && (
        <Panel>
          <ul className={styles.list}>
            {found.map((exercise) => (
              <li key={exercise.id}>
                <span className={styles.title}>
                  <Link
                    href={exercise.address}
                    target="_blank"
                    prefetch={false}
                    aria-label={t.look(exercise.title)}
                  >
                    {exercise.title}
                  </Link>
                  <small>{exercise.unit}</small>
                </span>
                <span className={styles.kind}>{words.kinds.name[exercise.kind]}</span>
                <Difficulty level={exercise.difficulty} />
                <Button
                  small
                  // What is added keeps its button, so that the focus stays where it is.
                  busy={taken.has(exercise.id)}
                  aria-label={taken.has(exercise.id) ? t.added(exercise.title) : t.add(exercise.title)}
                  onClick={() => {
                    onAdd(exercise);
                    setSaid(t.added(exercise.title));
                  }}
                >
                  {taken.has(exercise.id) ? (
                    <Check size={16} aria-hidden="true" />
                  ) : (
                    <Plus size={16} aria-hidden="true" />
                  )}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </section>
  );
}
