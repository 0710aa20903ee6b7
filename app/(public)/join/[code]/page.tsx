import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { optionalUser } from '@/lib/auth';
import { joinSchema, lookUpCode } from '@/lib/classroom/invitations';
import { env } from '@/lib/common/env';
import { isAppError } from '@/lib/common/errors';
import { addressOf } from '@/lib/web';
import { joinCourseAction } from '../../../_actions/joining';
import { CodeForm } from '../../../_components/courses/code-form';
import styles from '../../../_components/courses/courses.module.css';
import { JoinButton } from '../../../_components/courses/join-button';
import { ButtonLink } from '../../../_components/ui/button';
import { Panel } from '../../../_components/ui/panel';
import * as words from '../../../_words';

export const metadata: Metadata = { title: words.joining.title, referrer: 'no-referrer' };

/** What a code leads to, and the way in. Who is not signed in comes back here afterwards. */
export default async function JoinByCodePage({ params }: { params: Promise<{ code: string }> }) {
  const typed = joinSchema.safeParse({ code: safelyDecoded((await params).code) });
  const viewer = await optionalUser();
  const code = typed.success ? typed.data.code : '';
  const found = await lookUpCode(code, viewer, addressOf(await headers())).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'rate-limited') return 'limited' as const;
    throw error;
  });
  const t = words.joining;
  if (found === null || found === 'limited') {
    return (
      <div className={`${styles.page} ${styles.narrow}`}>
        <h1>{found === null ? t.none : t.limited}</h1>
        <p className={styles.lead}>{found === null ? t.noneText : t.limitedText}</p>
        {found === null && (
          <Panel padded>
            <CodeForm />
          </Panel>
        )}
      </div>
    );
  }
  const back = `callbackUrl=${encodeURIComponent(`/join/${code}`)}`;
  return (
    <div className={`${styles.page} ${styles.narrow}`}>
      <h1>{t.to(found.title)}</h1>
      <Panel padded className={styles.part ?? ''}>
        {found.section !== null && <p>{t.section(found.section)}</p>}
        {found.seatOf !== null && <p>{t.seat(found.seatOf)}</p>}
        {viewer ? (
          <>
            <p className={styles.note}>{t.as(viewer.name)}</p>
            <JoinButton input={{ code }} label={t.join} join={joinCourseAction} />
          </>
        ) : (
          <>
            <p>{t.signInFirst}</p>
            <div className={styles.buttons}>
              <ButtonLink look="primary" href={`/sign-in?${back}`}>
                {words.account.signIn}
              </ButtonLink>
              {env().LASTREF_SIGN_UP === 'yes' && (
                <ButtonLink href={`/sign-up?${back}`}>{words.account.signUp}</ButtonLink>
              )}
            </div>
          </>
        )}
      </Panel>
    </div>
  );
}

/** Next hands the part of the address as it stands there. */
function safelyDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
