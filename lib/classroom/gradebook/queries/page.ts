import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { byName, bySection, hasState, isWanted, rowsOfPage, shareOf, sortedByFigure } from '../order';
import { totalOf } from '../rules';
import type { BookColumn, BookGroup, BookPage, BookQuery, BookRow } from '../schema';
import { type BookPerson, type Frame, selectFrame, selectPeople } from './frame';
import { exerciseMarks, marksOf, reckoned } from './marks';
import { type AnswersByStudent, type AttemptsByStudent, selectAnswers, selectAttempts } from './work';

/**
 * One page of the gradebook of a course. The marks of everybody are read only where the order or the filter needs
 * them; otherwise those of the rows shown. A bounded number of queries, whatever the size.
 */
export async function selectBookPage(proof: CourseProof<'teacher'>, query: BookQuery): Promise<BookPage> {
  const { courseId } = proof;
  const [frame, people] = await Promise.all([selectFrame(courseId), selectPeople(courseId)]);
  const columns = columnsOf(frame, query.view);
  const wanted = people.filter((person) => isWanted(person, query));
  const everybody =
    query.state !== null || query.sort === 'total'
      ? await selectAttempts(frame, { userIds: null, assignments: frame.assignments })
      : null;
  const listed = everybody === null ? wanted : withState(frame, wanted, everybody, query);
  const ordered = await inOrder(frame, listed, everybody, columns, query);
  const size = rowsOfPage(columns.length);
  const pages = Math.max(1, Math.ceil(ordered.length / size));
  const page = Math.min(query.page, pages);
  const before = (page - 1) * size;
  const shown = ordered.slice(before, before + size);
  const scope = { userIds: shown.map(({ userId }) => userId), assignments: frame.assignments };
  const [attempts, answers] = await Promise.all([
    everybody ?? selectAttempts(frame, scope),
    query.view === 'exercises' ? selectAnswers(frame, scope) : null,
  ]);
  return {
    course: { title: frame.title, timeZone: frame.timeZone },
    sections: frame.sections,
    query: { ...query, page },
    columns,
    groups: groupsOf(frame, query.view),
    rows: shown.map((person) => rowOf(frame, person, attempts, answers)),
    listed: ordered.length,
    pages,
    before,
    students: people.length,
  };
}

const columnKey = (assignmentId: string, exerciseId: string | null) =>
  exerciseId === null ? assignmentId : `${assignmentId}.${exerciseId}`;

function columnsOf({ assignments }: Frame, view: BookQuery['view']): BookColumn[] {
  return assignments.flatMap(({ assignmentId, title, items, possible }): BookColumn[] => {
    const whole = { key: columnKey(assignmentId, null), assignmentId, exerciseId: null };
    if (view === 'assignments') return [{ ...whole, title, possible }];
    return items.map((item) => ({
      key: columnKey(assignmentId, item.exerciseId),
      assignmentId,
      exerciseId: item.exerciseId,
      title: item.title,
      possible: item.points,
    }));
  });
}

function groupsOf({ assignments }: Frame, view: BookQuery['view']): BookGroup[] {
  if (view === 'assignments') return [];
  return assignments
    .filter(({ items }) => items.length > 0)
    .map(({ assignmentId, title, items }) => ({ key: assignmentId, title, columns: items.length }));
}

function withState(
  frame: Frame,
  people: readonly BookPerson[],
  attempts: AttemptsByStudent,
  { state }: BookQuery,
): readonly BookPerson[] {
  if (state === null) return people;
  return people.filter((person) => hasState(marksOf(frame, person, attempts), state));
}

async function inOrder(
  frame: Frame,
  people: readonly BookPerson[],
  everybody: AttemptsByStudent | null,
  columns: readonly BookColumn[],
  { sort, order }: BookQuery,
): Promise<readonly BookPerson[]> {
  if (sort === 'total' && everybody !== null)
    return sortedByFigure(people, (person) => shareOf(totalOf(marksOf(frame, person, everybody))), order);
  const column = columns.find(({ key }) => key === sort);
  const assignment = frame.assignments.find(({ assignmentId }) => assignmentId === column?.assignmentId);
  if (column !== undefined && assignment !== undefined) {
    const scope = { userIds: null, assignments: [assignment] };
    const { exerciseId } = column;
    const [attempts, answers] = await Promise.all([
      everybody ?? selectAttempts(frame, scope),
      exerciseId === null ? null : selectAnswers(frame, scope, exerciseId),
    ]);
    const figure = (person: BookPerson) => {
      const one = reckoned(frame, person, assignment, attempts);
      if (exerciseId === null || answers === null) return one.mark.points;
      return exerciseMarks(frame, person, assignment, one, answers).get(exerciseId)?.points ?? null;
    };
    return sortedByFigure(people, figure, order);
  }
  const ordered = [...people].sort(sort === 'section' ? bySection : byName);
  return order === 'up' ? ordered : ordered.reverse();
}

function rowOf(
  frame: Frame,
  person: BookPerson,
  attempts: AttemptsByStudent,
  answers: AnswersByStudent | null,
): BookRow {
  const { userId, name, email, section } = person;
  const all = frame.assignments.map((assignment) => reckoned(frame, person, assignment, attempts));
  const marks = all.map(({ mark }) => mark);
  return {
    userId,
    name,
    email,
    section,
    total: totalOf(marks),
    marks:
      answers === null
        ? marks
        : frame.assignments.flatMap((assignment, index) => {
            const one = all[index];
            return one === undefined
              ? []
              : [...exerciseMarks(frame, person, assignment, one, answers).values()];
          }),
  };
}
