'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { Choices } from '@/lib/classroom/assignments';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import { errorOf, typedNumber } from '../teacher/form-fields';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import styles from './assignments.module.css';
import { Choice } from './form/choice';

interface ExtensionFormProps {
  known: { courseId: string; assignmentId: string };
  choices: Pick<Choices, 'students' | 'sections' | 'timeZone'>;
  extend: (input: unknown) => Promise<ActionResult<unknown>>;
}

const empty = { to: '', due: '', closes: '', moreAttempts: '0', reason: '' };

/** Gives a person or a section more time or more attempts. */
export function ExtensionForm({ known, choices, extend }: ExtensionFormProps) {
  const router = useRouter();
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const t = words.assignments;
  const field = (name: Exclude<keyof typeof empty, 'to'>) => ({
    value: values[name],
    ...errorOf(errors, name),
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const section = choices.sections.some(({ id }) => id === values.to);
    const result = await extend({
      ...known,
      userId: values.to === '' || section ? null : values.to,
      sectionId: section ? values.to : null,
      due: values.due || null,
      closes: values.closes || null,
      moreAttempts: typedNumber(values.moreAttempts),
      reason: values.reason,
    }).catch(() => null);
    if (result?.ok) {
      setValues(empty);
      setErrors({});
      setFailure(null);
      router.refresh();
      return;
    }
    const fields =
      result?.error.details && 'fields' in result.error.details ? result.error.details.fields : null;
    setErrors((fields ?? {}) as Record<string, string>);
    setFailure(fields ? t.wrongFields : (result?.error.message ?? t.saveFailed));
  };
  return (
    <form className={styles.form} method="post" onSubmit={submit} noValidate aria-label={t.extend}>
      <h3>{t.extend}</h3>
      {failure && <Notice tone="error" title={failure} />}
      <div className={styles.row}>
        <Choice
          label={t.extendFor}
          value={values.to}
          {...errorOf(errors, 'for')}
          options={[
            ['', t.field.choose],
            ...choices.sections.map(({ id, title }) => [id, t.sectionPrefix(title)] as const),
            ...choices.students.map(({ id, name }) => [id, name] as const),
          ]}
          onChange={(to) => setValues({ ...values, to })}
        />
        <Field type="datetime-local" label={t.extendDue} note={t.field.empty} {...field('due')} />
        <Field type="datetime-local" label={t.extendCloses} note={t.field.empty} {...field('closes')} />
      </div>
      <div className={styles.row}>
        <Field label={t.extendAttempts} inputMode="numeric" {...field('moreAttempts')} />
        <Field label={t.extendReason} {...field('reason')} />
      </div>
      <p>
        <Button type="submit">{t.extend}</Button>
      </p>
    </form>
  );
}
