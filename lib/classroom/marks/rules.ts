import { may, type Role } from '@/lib/auth/policy';

/** What counts for an answer: the points that a teacher gave, where an override stands; else those of its marks. */
export function effectivePoints(marks: number, override: Override | null): number {
  return override?.points ?? marks;
}

/** The last override of an answer. Without points it is lifted, and the marks count again. */
export interface Override {
  readonly points: number | null;
}

/** Who may change marks by hand, and have answers graded again. Assistants see the class, and change nothing. */
export const mayChangeMarks = (role: Role): boolean => may(role, 'change-marks');
