import type { AssignmentForTeacher } from '@/lib/classroom/assignments';
import type { Counting, Showing } from '@/lib/classroom/assignments/terms';
import { writeLocal } from '@/lib/classroom/assignments/zones';
import { typedNumber } from '../../teacher/form-fields';
import type { ItemValue } from '../../teacher/item-list';

/** What stands in the form: text as it is typed, times by the clocks of the course. */
export interface FormValues {
  readonly title: string;
  readonly opens: string;
  readonly due: string;
  readonly closes: string;
  readonly attempts: string;
  readonly counting: Counting;
  readonly latePercent: string;
  readonly lateGraceMinutes: string;
  readonly lateFloorPercent: string;
  readonly feedback: Showing;
  readonly solutions: Showing;
  readonly variants: 'own' | 'shared';
  readonly sectionIds: readonly string[];
  readonly items: readonly ItemValue[];
}

const week = 7 * 86_400_000;

/** A new assignment: opens now, and is due and closes in a week. */
export function newValues(now: Date, timeZone: string): FormValues {
  const later = writeLocal(new Date(now.getTime() + week), timeZone);
  return {
    title: '',
    opens: writeLocal(now, timeZone),
    due: later,
    closes: later,
    attempts: '2',
    counting: 'best',
    latePercent: '0',
    lateGraceMinutes: '0',
    lateFloorPercent: '0',
    feedback: 'atOnce',
    solutions: 'afterDue',
    variants: 'own',
    sectionIds: [],
    items: [],
  };
}

export function valuesOf({ title, terms, variants, items, timeZone }: AssignmentForTeacher): FormValues {
  const local = (at: Date | null) => (at === null ? '' : writeLocal(at, timeZone));
  return {
    title,
    opens: local(terms.opensAt),
    due: local(terms.dueAt),
    closes: local(terms.closesAt),
    attempts: terms.attempts === null ? '' : String(terms.attempts),
    counting: terms.counting,
    latePercent: String(terms.late.percentPerDay),
    lateGraceMinutes: String(terms.late.graceMinutes),
    lateFloorPercent: String(terms.late.floorPercent),
    feedback: terms.feedback,
    solutions: terms.solutions,
    variants,
    sectionIds: terms.sectionIds,
    items: items.map(
      ({ title: of, of: item }): ItemValue =>
        item.type === 'exercise'
          ? { type: 'exercise', id: item.exerciseId, title: of, points: String(item.points) }
          : { type: 'lesson', id: item.lessonId, title: of },
    ),
  };
}

/** What the action takes. */
export function inputOf(values: FormValues) {
  const { opens, due, closes, attempts, items, ...rest } = values;
  return {
    ...rest,
    opens,
    due: due || null,
    closes: closes || null,
    attempts: attempts.trim() === '' ? null : typedNumber(attempts),
    latePercent: typedNumber(values.latePercent),
    lateGraceMinutes: typedNumber(values.lateGraceMinutes),
    lateFloorPercent: typedNumber(values.lateFloorPercent),
    items: items.map((item) =>
      item.type === 'exercise'
        ? { type: item.type, exerciseId: item.id, points: typedNumber(item.points) }
        : { type: item.type, lessonId: item.id },
    ),
  };
}
