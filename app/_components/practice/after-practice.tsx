import type { PracticeQuestion } from '@/lib/classroom/practice';
import type { DueConcept } from '@/lib/classroom/review';
import * as words from '../../_words';
import { ButtonLink } from '../ui/button';
import { practiceAddress, reviewAddress } from './practice-address';

interface AfterProps {
  question: PracticeQuestion;
  forReview: boolean;
  /** What is still to be reviewed today. */
  due: readonly DueConcept[];
}

/** What comes after the marks: the next program; in a review the next concept, until none is left. */
export function AfterPractice({ question, forReview, due }: AfterProps) {
  const { concepts, difficulty, kind } = question;
  const [next] = due;
  if (forReview && next) {
    return (
      <ButtonLink look="primary" wide href={reviewAddress(next.concept)} prefetch={false}>
        {words.review.next(words.conceptName(next.concept))}
      </ButtonLink>
    );
  }
  return (
    <>
      {forReview && <p role="status">{words.review.done}</p>}
      <ButtonLink
        look={forReview ? 'secondary' : 'primary'}
        wide
        href={practiceAddress({ concepts, difficulty, kind })}
        prefetch={false}
      >
        {words.practice.next}
      </ButtonLink>
      {forReview ? (
        <ButtonLink look="quiet" wide href="/">
          {words.review.backHome}
        </ButtonLink>
      ) : (
        <ButtonLink look="quiet" wide href="/practice">
          {words.practice.other}
        </ButtonLink>
      )}
    </>
  );
}
