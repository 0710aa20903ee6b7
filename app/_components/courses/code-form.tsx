'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { storedCode } from '@/lib/classroom/invitations/code-text';
import { joining } from '../../_words/people';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import styles from './courses.module.css';

/** Leads to the page of the code that is typed, where one sees what it is for. */
export function CodeForm() {
  const router = useRouter();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = storedCode(String(new FormData(event.currentTarget).get('code') ?? ''));
    if (code === '') event.currentTarget.querySelector('input')?.focus();
    else router.push(`/join/${encodeURIComponent(code)}`);
  };
  return (
    <form className={styles.form} action="/join" onSubmit={submit}>
      <Field
        label={joining.code}
        note={joining.codeNote}
        name="code"
        maxLength={60}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div>
        <Button type="submit">{joining.look}</Button>
      </div>
    </form>
  );
}
