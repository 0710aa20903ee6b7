import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { answersInputSchema, beliefTitle, liveAnswers } from '@/lib/classroom/live';
import { isAppError } from '@/lib/common/errors';
import { Review } from '../../../../../_components/answer/review/review';
import liveStyles from '../../../../../_components/live/live.module.css';
import { EmptyState } from '../../../../../_components/ui/empty-state';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';
import styles from '../../../teach.module.css';

export const metadata: Metadata = { title: words.live.answers.title };

/** What the class answered last to one question, or the answers that show one misconception. */
export default async function LiveAnswersPage({
  params,
  searchParams,
}: {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { courseId } = await params;
  const proof = await requireTeacher(courseId, `/teach/${courseId}/live`);
  const asked = answersInputSchema.safeParse({ ...(await searchParams), courseId });
  if (!asked.success) notFound();
  const input = asked.data;
  const found = await liveAnswers(proof, input).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  });
  const t = words.live.answers;
  const address = (page: number) => {
    const { quiz, question, belief, section } = input;
    const query = new URLSearchParams({ quiz });
    for (const [key, value] of Object.entries({ question, belief, section }))
      if (value) query.set(key, value);
    if (page > 1) query.set('page', String(page));
    return `/teach/${courseId}/live/answers?${query}`;
  };
  return (
    <div className={styles.page}>
      <Link className={styles.back} href={`/teach/${courseId}/live?quiz=${encodeURIComponent(input.quiz)}`}>
        {t.back}
      </Link>
      <h1>{input.belief ? t.showing(beliefTitle(input.belief)) : (found.question ?? found.quiz)}</h1>
      <p className={styles.lead}>{t.lead(found.total)}</p>
      {found.answers.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} inPage />
      ) : (
        <div className={styles.attempts}>
          {found.answers.map(({ userId, name, submittedAt, questions }) => {
            const sum = (key: 'points' | 'possible') =>
              questions.reduce((total, question) => total + question[key], 0);
            return (
              <Review
                key={userId}
                review={{ submittedAt, questions, points: sum('points'), possible: sum('possible') }}
                title={name}
                among
              />
            );
          })}
        </div>
      )}
      {found.pages > 1 && (
        <nav className={liveStyles.pages} aria-label={t.pages}>
          {input.page > 1 && <Link href={address(input.page - 1)}>{t.earlier}</Link>}
          <span>{t.page(input.page, found.pages)}</span>
          {input.page < found.pages && <Link href={address(input.page + 1)}>{t.later}</Link>}
        </nav>
      )}
    </div>
  );
}
