import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { optionalUser } from '@/lib/auth';
import { env } from '@/lib/common/env';
import { signUpAction } from '../../_actions/account';
import { SignUpForm } from '../../_components/account/sign-up-form';
import { EmptyState } from '../../_components/ui/empty-state';
import { Panel } from '../../_components/ui/panel';
import { safeCallback } from '../../_data/callback';
import * as words from '../../_words';
import styles from '../sign-in/sign-in.module.css';

export const metadata: Metadata = { title: words.account.signUp };

/** A new account, with an email address and a password. */
export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const target = safeCallback((await searchParams).callbackUrl);
  if (await optionalUser()) redirect(target);
  const t = words.account;
  if (env().LASTREF_SIGN_UP === 'no') return <EmptyState title={t.signUpClosed} text={t.signUpClosedText} />;
  return (
    <div className={styles.page}>
      <Panel className={styles.panel}>
        <h1>{t.signUp}</h1>
        <p>{t.signUpLead}</p>
        <SignUpForm target={target} signUp={signUpAction} />
        <p>
          <Link href={`/sign-in?callbackUrl=${encodeURIComponent(target)}`}>{t.haveAccount}</Link>
        </p>
      </Panel>
    </div>
  );
}
