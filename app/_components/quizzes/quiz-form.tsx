'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CatalogueUnit } from '@/lib/classroom/catalogue';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import styles from '../assignments/assignments.module.css';
import { errorOf, fieldErrors, typedNumber } from '../teacher/form-fields';
import { ItemList, type ItemValue } from '../teacher/item-list';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { ExercisePicker } from './exercise-picker';

interface QuizFormProps {
  /** The quiz that is made or changed, and the number of the revision that is shown; 0 for a new one. */
  known: { courseId: string; quizId: string; seen: number };
  title: string;
  items: readonly ItemValue[];
  units: readonly CatalogueUnit[];
  save: (input: unknown) => Promise<ActionResult<unknown>>;
}

/** Makes or changes a quiz of the course; what is wrong is told at its field, and nothing is saved then. */
export function QuizForm({ known, units, save, ...initial }: QuizFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [title, setTitle] = useState(initial.title);
  const [items, setItems] = useState(initial.items);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const t = words.quizzes;
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-field-error]')?.focus();
  }, [errors]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    setErrors({});
    setSaved(false);
    const asked = items.flatMap((item) =>
      item.type === 'exercise' ? [{ exerciseId: item.id, points: typedNumber(item.points) }] : [],
    );
    const result = await save({ ...known, title, items: asked }).catch(() => null);
    setBusy(false);
    if (result?.ok) {
      setSaved(true);
      if (known.seen === 0) router.push(`/teach/${known.courseId}/quizzes/${known.quizId}`);
      else router.refresh();
      return;
    }
    const fields = fieldErrors(result);
    if (fields) setErrors(fields);
    const told = result ? `${result.error.message} ${result.error.remedy ?? ''}` : t.saveFailed;
    setFailure(fields ? t.wrongFields : told);
  };
  const wrong = errorOf(errors, 'items').error;
  return (
    <form ref={form} className={styles.form} method="post" onSubmit={submit} noValidate>
      {failure && <Notice tone="error" title={failure} />}
      {saved && <Notice title={t.saved} />}
      <Field
        label={t.quizTitle}
        value={title}
        {...errorOf(errors, 'title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <section aria-labelledby="items">
        <h2 id="items">{t.inIt}</h2>
        {wrong && (
          <p className={styles.error} data-field-error="items" tabIndex={-1}>
            {wrong}
          </p>
        )}
        {items.length === 0 && <p className={styles.note}>{t.nothing}</p>}
        <ItemList items={items} errors={errors} onChange={setItems} />
      </section>
      <p>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? t.saving : t.save}
        </Button>
      </p>
      <ExercisePicker
        units={units}
        taken={new Set(items.map(({ id }) => id))}
        onAdd={({ id, title: of }) => setItems([...items, { type: 'exercise', id, title: of, points: '10' }])}
      />
    </form>
  );
}
