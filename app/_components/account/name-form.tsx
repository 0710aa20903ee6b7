'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { account } from '../../_words/account';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './sign-in-form.module.css';

/** Changes one's own name. */
export function NameForm({ name, change }: { name: string; change: Action }) {
  const t = account.page;
  const router = useRouter();
  const { run, busy, failure, fields } = useAction(change, t.nameFailed);
  const [saved, setSaved] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaved(false);
    if ((await run({ name: String(new FormData(event.currentTarget).get('name') ?? '') })) === null) return;
    setSaved(true);
    router.refresh();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {failure && <Notice tone="error" title={failure} />}
      <Field
        label={account.name}
        note={account.nameNote}
        name="name"
        defaultValue={name}
        autoComplete="name"
        maxLength={120}
        {...(fields.name && { error: fields.name })}
      />
      <Button type="submit" busy={busy}>
        {busy ? t.savingName : t.saveName}
      </Button>
      {saved && <Notice title={t.nameSaved} />}
    </form>
  );
}
