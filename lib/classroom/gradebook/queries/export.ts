import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { mayChangeMarks } from '../../marks/rules';
import { canvasHead, canvasLine } from '../csv/canvas';
import { longHead, longLine } from '../csv/long';
import { moodleHead, moodleLine } from '../csv/moodle';
import { byName } from '../order';
import type { ExportInput } from '../schema';
import { type BookPerson, type Frame, selectFrame, selectPeople } from './frame';
import { exerciseMarks, marksOf, reckoned } from './marks';
import { selectAnswers, selectAttempts } from './work';

/** Students whose answers are read at once: what is held in memory does not grow with the course. */
const atOnce = 100;

export interface BookFile {
  readonly fileName: string;
  readonly text: AsyncIterable<string>;
}

/**
 * The gradebook as a CSV file, line by line. Throws AppError "forbidden" for assistants, who see it on the page,
 * "not-found" for another course than that of the proof.
 */
export async function exportBook(
  proof: CourseProof<'teacher'>,
  { courseId, format }: ExportInput,
): Promise<BookFile> {
  if (courseId !== proof.courseId) throw new AppError('not-found', 'There is no such course.');
  if (!mayChangeMarks(proof.role))
    throw new AppError('forbidden', 'Only teachers and owners take marks out of the course.');
  const [frame, people] = await Promise.all([selectFrame(courseId), selectPeople(courseId)]);
  const ordered = people.sort(byName);
  const text = format === 'long' ? longText(frame, ordered) : tableText(frame, ordered, format);
  return { fileName: `marks-${format}-${frame.now.toISOString().slice(0, 10)}.csv`, text };
}

async function* tableText(
  frame: Frame,
  people: readonly BookPerson[],
  format: 'canvas' | 'moodle',
): AsyncGenerator<string> {
  const [head, line] = format === 'canvas' ? [canvasHead, canvasLine] : [moodleHead, moodleLine];
  yield head(frame.assignments);
  for (const some of slices(people)) {
    const scope = { userIds: some.map(({ userId }) => userId), assignments: frame.assignments };
    const attempts = await selectAttempts(frame, scope);
    yield some.map((person) => line({ ...person, marks: marksOf(frame, person, attempts) })).join('');
  }
}

async function* longText(frame: Frame, people: readonly BookPerson[]): AsyncGenerator<string> {
  yield longHead();
  for (const some of slices(people)) {
    const scope = { userIds: some.map(({ userId }) => userId), assignments: frame.assignments };
    const [attempts, answers] = await Promise.all([
      selectAttempts(frame, scope),
      selectAnswers(frame, scope),
    ]);
    const lines = some.flatMap((person) =>
      frame.assignments.flatMap((assignment) => {
        const one = reckoned(frame, person, assignment, attempts);
        const marks = exerciseMarks(frame, person, assignment, one, answers);
        const given = answers.get(person.userId)?.get(assignment.assignmentId);
        return assignment.items.flatMap((exercise) => {
          const mark = marks.get(exercise.exerciseId);
          if (mark === undefined || mark.state === 'not-for') return [];
          return longLine({
            person,
            assignment: assignment.title,
            exercise,
            reckoned: one,
            mark,
            answers: given?.get(exercise.exerciseId) ?? [],
          });
        });
      }),
    );
    yield lines.join('');
  }
}

function* slices<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += atOnce) yield items.slice(start, start + atOnce);
}
