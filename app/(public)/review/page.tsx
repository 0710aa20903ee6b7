import type { Metadata } from 'next';
import { optionalUser } from '@/lib/auth';
import { DueConcepts } from '../../_components/practice/due-concepts';
import { SignInFirst } from '../../_components/practice/sign-in-first';
import { ButtonLink } from '../../_components/ui/button';
import { EmptyState } from '../../_components/ui/empty-state';
import { Panel } from '../../_components/ui/panel';
import { ownReview } from '../../_data/review';
import * as words from '../../_words';
import styles from '../practice/practice.module.css';

export const metadata: Metadata = { title: words.review.title };

/** The concepts to be reviewed today. */
export default async function ReviewPage() {
  const [due, viewer] = await Promise.all([ownReview(), optionalUser()]);
  const t = words.review;
  if (!due) return <SignInFirst signedIn={viewer !== null} address="/review" />;
  if (due.length === 0) {
    return (
      <EmptyState
        title={t.none}
        text={t.noneText}
        action={
          <ButtonLink look="primary" href="/practice">
            {t.practise}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      <Panel padded aria-label={t.count(due.length)}>
        <DueConcepts due={due} />
      </Panel>
    </div>
  );
}
