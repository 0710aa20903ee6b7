/** The question that a request for practice asks, with its key. Stays on the server. */
import 'server-only';
import { AppError } from '@/lib/common/errors';
import { contentHash } from '@/lib/common/hash';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import { practiceOf, variantOf } from '@/lib/exercises/keys';
import type { KeyedQuestion } from '../attempts/questions';
import type { PracticeQuestion } from './schema';

/** What a question is worth: that of a choice, and a table. */
const worth = { choice: 1, 'trace-table': 10 } as const;

/** The content of the question. Throws AppError "invalid-input" where its concepts fit into no short program. */
export async function practiceContent({ kind, ...request }: PracticeQuestion): Promise<ExerciseContent> {
  const practice = await practiceOf(request);
  if (practice === null) {
    throw new AppError('invalid-input', 'These concepts do not fit into one short program.', {
      remedy: 'Choose fewer concepts, or others.',
    });
  }
  return kind === 'choice' ? practice.choice : practice.table;
}

/** The question with its key, computed from its content: the content says all, whatever generator wrote it. */
export async function keyedPractice(
  content: ExerciseContent,
  { kind, seed }: Pick<PracticeQuestion, 'kind' | 'seed'>,
): Promise<KeyedQuestion> {
  const exerciseRevisionId = contentHash(content);
  const keyed = await variantOf(exerciseRevisionId, content, seed);
  return { position: 1, points: worth[kind], exerciseRevisionId, ...keyed };
}
