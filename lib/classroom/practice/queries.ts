import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { answerSchema } from '@/lib/exercises/public';
import { cellsSchema } from '@/lib/grading/marks';
import { shownQuestion } from '../attempts/questions';
import { diagnosisView } from '../attempts/review';
import { questionSchema } from '../attempts/schema';
import { keyedPractice, practiceContent } from './questions';
import type { PracticeQuestion, PracticeView } from './schema';

const openQuestionSchema = questionSchema.omit({ draft: true });

/**
 * A question of practice: with its marks where the person has answered it, else with nothing that tells the answer.
 * Throws AppError "invalid-input" where the concepts fit into no short program.
 */
export async function selectPractice(
  proof: CourseProof<'student'>,
  question: PracticeQuestion,
): Promise<PracticeView> {
  const { concepts, difficulty, seed, kind } = question;
  const stored = await db().practiceAnswer.findFirst({
    where: {
      courseId: proof.courseId,
      userId: proof.viewer.id,
      concepts: { equals: concepts },
      difficulty,
      seed,
      kind,
    },
    select: {
      content: true,
      body: true,
      points: true,
      possible: true,
      cells: true,
      diagnosis: true,
      answeredAt: true,
    },
  });
  if (stored === null) {
    const keyed = await keyedPractice(await practiceContent(question), question);
    return { status: 'open', question: openQuestionSchema.parse(shownQuestion(keyed)) };
  }
  const keyed = await keyedPractice(exerciseContentSchema.parse(stored.content), question);
  return {
    status: 'answered',
    answeredAt: stored.answeredAt,
    question: {
      ...shownQuestion(keyed),
      points: stored.points.toNumber(),
      possible: stored.possible.toNumber(),
      override: null,
      answer: answerSchema.parse(stored.body),
      cells: cellsSchema.parse(stored.cells),
      diagnosis: diagnosisView(stored.diagnosis, { marksId: null, denied: false }),
      explanation: keyed.content.exercise.explanation,
    },
  };
}
