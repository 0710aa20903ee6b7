'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CatalogueUnit } from '@/lib/classroom/catalogue';
import * as words from '../../_words';
import { everything, matching } from '../quizzes/filter';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { type Action, useAction } from '../ui/use-action';
import styles from './authoring.module.css';

interface FromCatalogueProps {
  courseId: string;
  units: readonly CatalogueUnit[];
  copy: Action<{ exerciseId: string }>;
}

/** An exercise of the catalogue is found and copied into the course. */
export function FromCatalogue({ courseId, units, copy }: FromCatalogueProps) {
  const t = words.authoring.start;
  const router = useRouter();
  const { run, failure } = useAction(copy, words.authoring.failed);
  const [text, setText] = useState('');
  const [copied, setCopied] = useState<string | null>(null);
  const found = matching(units, { ...everything, text });
  const take = async (exerciseId: string) => {
    setCopied(exerciseId);
    const made = await run({ courseId, exerciseId });
    if (made) router.push(`/teach/${courseId}/exercises/${made.value.exerciseId}`);
    else setCopied(null);
  };
  return (
    <section aria-labelledby="catalogue">
      <Panel padded className={styles.way ?? ''}>
        <h2 id="catalogue">{t.copy}</h2>
        <p className={styles.note}>{t.copyText}</p>
        <Field
          label={words.quizzes.picker.search}
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p role="status" className={styles.note}>
          {found.length === 0
            ? words.quizzes.picker.none
            : words.quizzes.picker.found(found.length, matching(units, everything).length)}
        </p>
        {failure !== null && <Notice tone="error" title={failure} />}
        {found.length > 0 && (
          <ul className={styles.copies}>
            {found.map((exercise) => (
              <li key={exercise.id}>
                <span>
                  <b>{exercise.title}</b>
                  <small>
                    {exercise.unit}, {words.kinds.name[exercise.kind]}
                  </small>
                </span>
                <Button
                  small
                  busy={copied !== null}
                  aria-label={t.copyIt(exercise.title)}
                  onClick={() => void take(exercise.id)}
                >
                  {copied === exercise.id ? t.copying : t.copyShort}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </section>
  );
}
