/** The rule on marks, held against what was read. */
import { type Mark, markOfExercise, type Reckoned, reckon } from '../rules';
import type { BookPerson, Frame, FrameAssignment } from './frame';
import type { AnswersByStudent, AttemptsByStudent } from './work';

export function reckoned(
  frame: Frame,
  person: BookPerson,
  assignment: FrameAssignment,
  attempts: AttemptsByStudent,
): Reckoned {
  const { assignmentId } = assignment;
  return reckon({
    assignment,
    member: person,
    attempts: attempts.get(person.userId)?.get(assignmentId) ?? [],
    excuses: frame.excusesFor(assignmentId, person.userId),
    timeZone: frame.timeZone,
    now: frame.now,
  });
}

export const marksOf = (frame: Frame, person: BookPerson, attempts: AttemptsByStudent): Mark[] =>
  frame.assignments.map((assignment) => reckoned(frame, person, assignment, attempts).mark);

/** The marks of the exercises of an assignment, by exercise in their order. */
export function exerciseMarks(
  frame: Frame,
  person: BookPerson,
  assignment: FrameAssignment,
  one: Reckoned,
  answers: AnswersByStudent,
): Map<string, Mark> {
  const excuses = frame.excusesFor(assignment.assignmentId, person.userId);
  const given = answers.get(person.userId)?.get(assignment.assignmentId);
  const situation = { assignment, excuses, timeZone: frame.timeZone };
  return new Map(
    assignment.items.map((item) => [
      item.exerciseId,
      markOfExercise(situation, one, item, given?.get(item.exerciseId) ?? []),
    ]),
  );
}
