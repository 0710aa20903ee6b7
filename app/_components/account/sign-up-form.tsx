'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { account } from '../../_words/account';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './sign-in-form.module.css';

/** Makes an account and signs in with it. Whether the address had one already, nobody is told. */
export function SignUpForm({ target, signUp }: { target: string; signUp: Action }) {
  const { run, busy, failure, fields } = useAction(signUp, account.signUpFailed);
  const [entering, setEntering] = useState(false);
  const [maybeTaken, setMaybeTaken] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [name, email, password] = ['name', 'email', 'password'].map((key) => String(data.get(key) ?? ''));
    setMaybeTaken(false);
    if ((await run({ name, email, password })) === null) return;
    setEntering(true);
    const result = await signIn('credentials', { redirect: false, email, password }).catch(() => null);
    if (result?.ok && !result.error) {
      // A whole new page: what was fetched before belongs to nobody.
      window.location.assign(target);
      return;
    }
    setEntering(false);
    setMaybeTaken(true);
  };
  const field = (name: string) => ({ name, ...(fields[name] && { error: fields[name] }) });
  return (
    // Should it be sent before the page works, a password must not end in the address.
    <form className={styles.form} method="post" onSubmit={submit} noValidate>
      {failure && <Notice tone="error" title={failure} />}
      {maybeTaken && <Notice tone="error" title={account.maybeTaken} />}
      <Field
        label={account.name}
        note={account.nameNote}
        autoComplete="name"
        maxLength={120}
        {...field('name')}
      />
      <Field label={account.email} type="email" autoComplete="username" maxLength={254} {...field('email')} />
      <Field
        label={account.password}
        note={account.passwordNote}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        {...field('password')}
      />
      <Button look="primary" type="submit" wide busy={busy || entering}>
        {busy || entering ? account.signingUp : account.signUp}
      </Button>
    </form>
  );
}
