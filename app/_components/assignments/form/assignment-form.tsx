'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Choices } from '@/lib/classroom/assignments';
import { countings, showings } from '@/lib/classroom/assignments/terms';
import type { ActionResult } from '@/lib/web';
import * as words from '../../../_words';
import { errorOf, fieldErrors } from '../../teacher/form-fields';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import styles from '../assignments.module.css';
import { Preview } from '../preview';
import { Choice } from './choice';
import { ItemFields } from './item-fields';
import { type FormValues, inputOf } from './values';

interface AssignmentFormProps {
  /** What an action takes beside what is entered: the course; of an assignment that is changed its id and version. */
  known: { courseId: string; assignmentId?: string; version?: number };
  values: FormValues;
  choices: Omit<Choices, 'students'>;
  save: (input: unknown) => Promise<ActionResult<{ assignmentId: string }>>;
}

/** Makes or changes an assignment; what is wrong is told at its field, and nothing is saved then. */
export function AssignmentForm({ known, values: initial, choices, save }: AssignmentFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const t = words.assignments.field;
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-field-error]')?.focus();
  }, [errors]);
  const wrongSections = errorOf(errors, 'sectionIds').error;
  const put = (more: Partial<FormValues>) => setValues((before) => ({ ...before, ...more }));
  const text = (field: 'title' | 'attempts' | 'latePercent' | 'lateGraceMinutes' | 'lateFloorPercent') => ({
    value: values[field],
    ...errorOf(errors, field),
    onChange: (event: { target: { value: string } }) => put({ [field]: event.target.value }),
  });
  const time = (field: 'opens' | 'due' | 'closes') => ({
    type: 'datetime-local',
    label: t[field],
    value: values[field],
    ...errorOf(errors, field),
    onChange: (event: { target: { value: string } }) => put({ [field]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    setErrors({});
    setSaved(false);
    const result = await save({ ...known, ...inputOf(values) }).catch(() => null);
    setBusy(false);
    if (result?.ok) {
      setSaved(true);
      if (known.assignmentId === undefined)
        router.push(`/teach/${known.courseId}/assignments/${result.value.assignmentId}`);
      else router.refresh();
      return;
    }
    const fields = fieldErrors(result);
    if (fields) setErrors(fields);
    setFailure(
      fields
        ? words.assignments.wrongFields
        : result
          ? `${result.error.message} ${result.error.remedy ?? ''}`
          : words.assignments.saveFailed,
    );
  };
  return (
    <form ref={form} className={styles.form} method="post" onSubmit={submit} noValidate>
      {failure && <Notice tone="error" title={failure} />}
      {saved && <Notice title={words.assignments.saved} />}
      <Field label={t.title} {...text('title')} />
      <p className={styles.note}>{t.zone(choices.timeZone)}</p>
      <div className={styles.row}>
        <Field {...time('opens')} />
        <Field {...time('due')} note={t.empty} />
        <Field {...time('closes')} note={t.empty} />
      </div>
      <ItemFields
        items={values.items}
        choices={choices}
        errors={errors}
        onChange={(items) => put({ items })}
      />
      <div className={styles.row}>
        <Field label={t.attempts} inputMode="numeric" note={t.attemptsNote} {...text('attempts')} />
        <Choice
          label={t.counting}
          value={values.counting}
          options={countings.map((one) => [one, t.countings[one]])}
          onChange={(counting) => put({ counting })}
        />
        <Choice
          label={t.variants}
          value={values.variants}
          options={[
            ['own', t.variant.own],
            ['shared', t.variant.shared],
          ]}
          onChange={(variants) => put({ variants })}
        />
      </div>
      <div className={styles.row}>
        <Field label={t.latePercent} inputMode="numeric" {...text('latePercent')} />
        <Field label={t.lateGrace} inputMode="numeric" {...text('lateGraceMinutes')} />
        <Field label={t.lateFloor} inputMode="numeric" {...text('lateFloorPercent')} />
      </div>
      <div className={styles.row}>
        {(['feedback', 'solutions'] as const).map((field) => (
          <Choice
            key={field}
            label={t[field]}
            value={values[field]}
            options={showings.map((one) => [one, t.showing[one]])}
            error={errors[field]}
            onChange={(showing) => put({ [field]: showing })}
          />
        ))}
      </div>
      {choices.sections.length > 0 && (
        <fieldset className={styles.checks}>
          <legend>{t.sections}</legend>
          <p className={styles.note}>{t.sectionsNote}</p>
          {wrongSections && <p className={styles.error}>{wrongSections}</p>}
          {choices.sections.map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={values.sectionIds.includes(id)}
                onChange={(event) =>
                  put({
                    sectionIds: event.target.checked
                      ? [...values.sectionIds, id]
                      : values.sectionIds.filter((one) => one !== id),
                  })
                }
              />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <Preview values={values} timeZone={choices.timeZone} />
      <p>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? words.assignments.saving : words.assignments.save}
        </Button>
      </p>
    </form>
  );
}
