import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { Student } from './schema';

/** A student's submitted attempts at an exercise, in order: the beliefs that were named at each. */
export interface Held {
  readonly student: Student;
  readonly attempts: readonly (readonly MisconceptionId[])[];
  /** Those that the student said were not what they were thinking. */
  readonly denied: readonly MisconceptionId[];
}

export interface Flow {
  readonly id: MisconceptionId;
  readonly first: readonly Student[];
  readonly last: readonly Student[];
  readonly stayed: readonly Student[];
  readonly left: readonly Student[];
  readonly came: readonly Student[];
  readonly denied: readonly Student[];
}

/**
 * Each belief that was named at a first or at a last attempt, the most frequent first. Who tried once is counted at the
 * first attempt and nowhere else.
 */
export function beliefFlow(all: readonly Held[]): Flow[] {
  const ends = all.map(({ student, attempts, denied }) => ({
    student,
    denied,
    first: attempts[0] ?? [],
    last: attempts.length > 1 ? (attempts.at(-1) ?? []) : null,
  }));
  const ids = new Set(ends.flatMap(({ first, last }) => [...first, ...(last ?? [])]));
  const who = (holds: (one: (typeof ends)[number]) => boolean) =>
    ends.filter(holds).map(({ student }) => student);
  return [...ids]
    .map((id) => ({
      id,
      first: who(({ first }) => first.includes(id)),
      last: who(({ last }) => last?.includes(id) ?? false),
      stayed: who(({ first, last }) => first.includes(id) && (last?.includes(id) ?? false)),
      left: who(({ first, last }) => first.includes(id) && last !== null && !last.includes(id)),
      came: who(({ first, last }) => !first.includes(id) && (last?.includes(id) ?? false)),
      denied: who(({ denied }) => denied.includes(id)),
    }))
    .toSorted((a, b) => b.first.length - a.first.length || a.id.localeCompare(b.id, 'en'));
}
