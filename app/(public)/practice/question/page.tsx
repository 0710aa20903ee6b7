import { randomInt } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { optionalUser } from '@/lib/auth';
import { practiceQuestionSchema, selectPractice } from '@/lib/classroom/practice';
import { submitPracticeAction } from '../../../_actions/practice';
import { Review } from '../../../_components/answer/review/review';
import { AfterPractice } from '../../../_components/practice/after-practice';
import { practiceAddress } from '../../../_components/practice/practice-address';
import { PracticeAttempt } from '../../../_components/practice/practice-attempt';
import { SignInFirst } from '../../../_components/practice/sign-in-first';
import { Markdown } from '../../../_components/ui/markdown';
import { optionalCourse } from '../../../_data/current-course';
import { orNotFound } from '../../../_data/quiz';
import { ownReview } from '../../../_data/review';
import * as words from '../../../_words';
import styles from '../practice.module.css';

export const metadata: Metadata = { title: words.practice.title };

interface Asked {
  readonly concept?: string | string[];
  readonly difficulty?: string;
  readonly ask?: string;
  readonly seed?: string;
  readonly for?: string;
}

/**
 * One question of practice: to be answered, or with its marks. The address says which question it is; one without a seed
 * is sent on to a fresh one, so that a page that is loaded again asks the same.
 */
export default async function PracticeQuestionPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const read = practiceQuestionSchema.safeParse({
    concepts: [asked.concept ?? []].flat(),
    difficulty: Number(asked.difficulty ?? 2),
    kind: asked.ask ?? 'choice',
    seed: asked.seed === undefined ? randomInt(2 ** 31 - 1) : Number(asked.seed),
  });
  if (!read.success) redirect('/practice');
  const question = read.data;
  const forReview = asked.for === 'review';
  const address = practiceAddress(question, forReview);
  if (asked.seed === undefined) redirect(address);
  const proof = await optionalCourse();
  if (!proof) return <SignInFirst signedIn={(await optionalUser()) !== null} address={address} />;
  const [view, due] = await Promise.all([orNotFound(selectPractice(proof, question)), ownReview()]);
  const names = question.concepts.map(words.conceptName);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{forReview ? words.review.about(names.join(', ')) : words.practice.about(names)}</h1>
      </div>
      {view.status === 'open' ? (
        <PracticeAttempt
          key={address}
          courseId={proof.courseId}
          request={question}
          question={view.question}
          prompt={<Markdown text={view.question.exercise.prompt} />}
          submit={submitPracticeAction}
        />
      ) : (
        <Review
          key={address}
          title={words.practice.resultOf}
          review={{
            points: view.question.points,
            possible: view.question.possible,
            submittedAt: view.answeredAt,
            questions: [view.question],
          }}
          actions={<AfterPractice question={question} forReview={forReview} due={due ?? []} />}
        />
      )}
    </div>
  );
}
