import { canonicalJson, contentHash } from '@/lib/common/hash';
import type { Marks } from '@/lib/grading/marks';
import type { RegradeChange, RegradeKept } from './schema';

/** The marks that count now, and those that the corrected revision gives; null: they are kept, and why. */
export interface Regraded {
  readonly answerId: string;
  readonly userId: string;
  readonly student: string;
  readonly quiz: string;
  readonly attempt: number;
  readonly current: StoredMarks;
  readonly override: number | null;
  readonly next: Marks | { readonly why: string };
}

export interface StoredMarks {
  readonly id: string;
  readonly points: number;
  readonly possible: number;
  readonly cells: unknown;
  /** The revision that they were derived from. */
  readonly revisionId: string;
  readonly rules: string;
}

/** An answer whose row of marks is to be replaced. */
export type Rewrite = Regraded & { readonly next: Marks };

/** The answers whose marks the corrected revision changes: their points, or the evidence alone. */
export function rewrites<One extends Regraded>(all: readonly One[]): (One & Rewrite)[] {
  return all.filter(
    (one): one is One & Rewrite =>
      'points' in one.next &&
      (one.next.points !== one.current.points ||
        canonicalJson(one.next.cells) !== canonicalJson(one.current.cells)),
  );
}

/** Who changes by how much, by name. */
export function changesOf(all: readonly Regraded[]): RegradeChange[] {
  return rewrites(all)
    .filter(({ next, current }) => next.points !== current.points)
    .map(({ answerId, userId, student, quiz, attempt, current, next, override }) => ({
      answerId,
      userId,
      student,
      quiz,
      attempt,
      before: current.points,
      after: next.points,
      possible: next.possible,
      override,
    }))
    .sort(byStudent);
}

export function keptOf(all: readonly Regraded[]): RegradeKept[] {
  return all
    .flatMap(({ next, answerId, userId, student, quiz, attempt }) =>
      'why' in next ? [{ answerId, userId, student, quiz, attempt, why: next.why }] : [],
    )
    .sort(byStudent);
}

/** Whether two diagnoses name the same beliefs, in whatever order. */
export const sameBeliefs = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((belief) => other.includes(belief));

type Named = Pick<RegradeChange, 'student' | 'attempt' | 'answerId'>;
const byStudent = (a: Named, b: Named): number =>
  a.student.localeCompare(b.student, 'en') || a.attempt - b.attempt || a.answerId.localeCompare(b.answerId);

/** Stands for what is to be written, and for every row of marks that it begins from. */
export function digestOf(revisionId: string, rules: string, all: readonly Regraded[]): string {
  const rows = all
    .map(({ answerId, current, override, next }) => [
      answerId,
      current.id,
      override,
      'points' in next ? [next.points, contentHash(next.cells)] : next.why,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return contentHash([revisionId, rules, rows]);
}
