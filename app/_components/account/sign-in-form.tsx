'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import styles from './sign-in-form.module.css';

interface Problems {
  email?: string;
  password?: string;
  form?: string;
}

/** Signs in; what is wrong is said plainly, and one answer serves for a wrong address and a wrong password. */
export function SignInForm({ target }: { target: string }) {
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const email = String(data.get('email') ?? '').trim();
    const password = String(data.get('password') ?? '');
    const t = words.account;
    const missing: Problems = {
      ...(email === '' && { email: t.emailMissing }),
      ...(password === '' && { password: t.passwordMissing }),
    };
    setProblems(missing);
    if (missing.email || missing.password) {
      form.querySelector<HTMLInputElement>(`[name=${missing.email ? 'email' : 'password'}]`)?.focus();
      return;
    }
    setBusy(true);
    const result = await signIn('credentials', { redirect: false, email, password }).catch(() => null);
    if (result?.ok && !result.error) {
      // A whole new page: what was fetched before belongs to nobody.
      window.location.assign(target);
      return;
    }
    setBusy(false);
    setProblems({
      form:
        result?.error === 'CredentialsSignin'
          ? t.wrong
          : result?.error === 'rate-limited'
            ? t.rateLimited
            : t.failed,
    });
    form.querySelector<HTMLInputElement>('[name=password]')?.focus();
  };
  return (
    // Should it be sent before the page works, a password must not end in the address.
    <form className={styles.form} method="post" onSubmit={submit} noValidate>
      {problems.form && <Notice tone="error" title={problems.form} />}
      <Field
        label={words.account.email}
        name="email"
        type="email"
        autoComplete="username"
        {...(problems.email && { error: problems.email })}
      />
      <Field
        label={words.account.password}
        name="password"
        type="password"
        autoComplete="current-password"
        {...(problems.password && { error: problems.password })}
      />
      <Button look="primary" type="submit" wide busy={busy}>
        {busy ? words.account.signingIn : words.account.signIn}
      </Button>
    </form>
  );
}
