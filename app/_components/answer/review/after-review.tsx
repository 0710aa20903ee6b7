import type { AttemptReview } from '@/lib/classroom/attempts';
import type { ActionResult } from '@/lib/web';
import * as words from '../../../_words';
import { ButtonLink } from '../../ui/button';
import { StartQuiz } from '../start-quiz';

interface AfterProps {
  review: Pick<AttemptReview, 'varies' | 'quiz'>;
  courseId: string;
  address: string;
  start: (input: unknown) => Promise<ActionResult<{ number: number }>>;
  /** What comes next in the unit, if anything. */
  next?: { readonly href: string; readonly word: string } | null;
  backWord: string;
}

/** What can be done after the marks: a fresh variant, the same again, what comes next. */
export function AfterReview({ review, courseId, address, start, next, backWord }: AfterProps) {
  const input = { courseId, quizSlug: review.quiz.slug };
  const common = { start, leadsTo: address, wide: true };
  return (
    <>
      {review.varies ? (
        <>
          <StartQuiz {...common} input={{ ...input, variant: 'fresh' }} word={words.quiz.againFresh} />
          <StartQuiz
            {...common}
            input={{ ...input, variant: 'same' }}
            word={words.quiz.againSame}
            look="secondary"
          />
        </>
      ) : (
        <StartQuiz {...common} input={input} word={words.quiz.again} />
      )}
      {next && (
        <ButtonLink href={next.href} wide prefetch={false}>
          {next.word}
        </ButtonLink>
      )}
      <ButtonLink href={address} look="quiet" wide prefetch={false}>
        {backWord}
      </ButtonLink>
    </>
  );
}
