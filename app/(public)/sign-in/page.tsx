import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { oidcId, oidcName, optionalUser } from '@/lib/auth';
import { env } from '@/lib/common/env';
import { ProviderButton } from '../../_components/account/provider-button';
import { SignInForm } from '../../_components/account/sign-in-form';
import { Notice } from '../../_components/ui/notice';
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
  const { callbackUrl, error } = await searchParams;
  const target = safeCallback(callbackUrl);
  if (await optionalUser()) redirect(target);
  const t = words.account;
  const provider = oidcName();
  return (
    <div className={styles.page}>
      <Panel className={styles.panel}>
        <h1>{t.signIn}</h1>
        <p>{t.lead}</p>
        {typeof error === 'string' && <Notice tone="error" title={refusal(error)} />}
        {provider !== null && <ProviderButton id={oidcId} name={provider} target={target} />}
        <SignInForm target={target} />
        <p className={styles.note}>{t.forgotten}</p>
        {env().LASTREF_SIGN_UP === 'yes' && (
          <p>
            <Link href={`/sign-up?callbackUrl=${encodeURIComponent(target)}`}>{t.noAccount}</Link>
          </p>
        )}
        {env().LASTREF_DEMO === 'yes' && <p className={styles.demo}>{t.demo}</p>}
      </Panel>
    </div>
  );
}

/** Why a provider signed nobody in; what is not known of that is told in general words. */
function refusal(error: string): string {
  const told: Partial<Record<string, string>> = words.account.refused;
  return Object.hasOwn(told, error) ? (told[error] ?? words.account.failed) : words.account.failed;
}
