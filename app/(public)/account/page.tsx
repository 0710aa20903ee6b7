import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasPassword, isOfDemo, optionalUser } from '@/lib/auth';
import { changeNameAction, changePasswordAction } from '../../_actions/account';
import { NameForm } from '../../_components/account/name-form';
import { PasswordForm } from '../../_components/account/password-form';
import { Notice } from '../../_components/ui/notice';
import { Panel } from '../../_components/ui/panel';
import * as words from '../../_words';
import styles from './account.module.css';

export const metadata: Metadata = { title: words.account.page.title };

/** What a person says of themselves, and how they sign in. */
export default async function AccountPage() {
  const viewer = await optionalUser();
  if (!viewer) redirect('/sign-in?callbackUrl=%2Faccount');
  const t = words.account.page;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{viewer.email}</p>
      </div>
      {(await isOfDemo(viewer)) ? (
        <Notice title={t.demo} />
      ) : (
        <>
          <Panel padded className={styles.part ?? ''}>
            <h2>{t.name}</h2>
            <NameForm name={viewer.name} change={changeNameAction} />
          </Panel>
          <Panel padded className={styles.part ?? ''}>
            <h2>{t.password}</h2>
            {(await hasPassword(viewer)) ? (
              <PasswordForm email={viewer.email} change={changePasswordAction} />
            ) : (
              <p>{t.provider}</p>
            )}
          </Panel>
        </>
      )}
    </div>
  );
}
