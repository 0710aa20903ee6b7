'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { account } from '../../_words/account';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './sign-in-form.module.css';

/** Changes one's own password, and signs this device in again: the change has ended every session. */
export function PasswordForm({ email, change }: { email: string; change: Action }) {
  const t = account.page;
  const { run, busy, failure, fields } = useAction(change, t.passwordFailed);
  const [entering, setEntering] = useState(false);
  const [saved, setSaved] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const [current, next] = ['current', 'next'].map((key) => String(data.get(key) ?? ''));
    setSaved(false);
    if ((await run({ current, next })) === null) return;
    setEntering(true);
    const result = await signIn('credentials', { redirect: false, email, password: next }).catch(() => null);
    if (!result?.ok || result.error) {
      window.location.assign('/sign-in?callbackUrl=%2Faccount');
      return;
    }
    form.reset();
    setEntering(false);
    setSaved(true);
  };
  return (
    // Should it be sent before the page works, a password must not end in the address.
    <form className={styles.form} method="post" onSubmit={submit} noValidate>
      <p>{t.passwordLead}</p>
      {failure && !fields.current && <Notice tone="error" title={failure} />}
      {/* For those who keep the passwords of a browser: whose it is. */}
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <Field
        label={t.current}
        name="current"
        type="password"
        autoComplete="current-password"
        {...(fields.current && { error: fields.current })}
      />
      <Field
        label={t.next}
        note={account.passwordNote}
        name="next"
        type="password"
        autoComplete="new-password"
        maxLength={200}
        {...(fields.next && { error: fields.next })}
      />
      <Button type="submit" busy={busy || entering}>
        {busy || entering ? t.savingPassword : t.savePassword}
      </Button>
      {saved && <Notice title={t.passwordSaved} />}
    </form>
  );
}
