import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { optionalUser } from '@/lib/auth';
import { env } from '@/lib/common/env';
import { SignInForm } from '../../_components/account/sign-in-form';
import { Panel } from '../../_components/ui/panel';
import { safeCallback } from '../../_data/callback';
import * as words from '../../_words';
import styles from './sign-in.module.css';

export const metadata: Metadata = { title: words.account.signIn };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const target = safeCallback((await searchParams).callbackUrl);
  if (await optionalUser()) redirect(target);
  return (
    <div className={styles.page}>
      <Panel className={styles.panel}>
        <h1>{words.account.signIn}</h1>
        <p>{words.account.lead}</p>
        <SignInForm target={target} />
        {env().LASTREF_DEMO === 'yes' && <p className={styles.demo}>{words.account.demo}</p>}
      </Panel>
    </div>
  );
}
