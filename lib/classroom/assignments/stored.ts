/** An assignment as it is stored, read as the rule takes it. */
import type { Extension, Terms } from './terms';

const extensionSelection = {
  userId: true,
  sectionId: true,
  dueAt: true,
  closesAt: true,
  moreAttempts: true,
} as const;

/** The part of a selection of excuses that tells which stand. */
export const excuseSelection = {
  exerciseId: true,
  number: true,
  excused: true,
  reason: true,
  at: true,
  author: { select: { name: true } },
} as const;

/** What the rule needs of an assignment's rows: its terms, and the extensions that stand. */
export const termsSelection = {
  opensAt: true,
  dueAt: true,
  closesAt: true,
  attempts: true,
  counting: true,
  latePercent: true,
  lateGraceMinutes: true,
  lateFloorPercent: true,
  feedback: true,
  solutions: true,
  archivedAt: true,
  sections: { select: { sectionId: true } },
  extensions: { where: { liftedAt: null }, select: extensionSelection },
} as const;

interface StoredTerms
  extends Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt' | 'attempts' | 'counting' | 'feedback' | 'solutions'> {
  readonly latePercent: number;
  readonly lateGraceMinutes: number;
  readonly lateFloorPercent: number;
  readonly archivedAt: Date | null;
  readonly sections: readonly { readonly sectionId: string }[];
  readonly extensions: readonly Extension[];
}

export function termsOf(stored: StoredTerms): {
  readonly terms: Terms;
  readonly extensions: readonly Extension[];
} {
  const { opensAt, dueAt, closesAt, attempts, counting, feedback, solutions } = stored;
  return {
    terms: {
      opensAt,
      dueAt,
      closesAt,
      attempts,
      counting,
      late: {
        percentPerDay: stored.latePercent,
        graceMinutes: stored.lateGraceMinutes,
        floorPercent: stored.lateFloorPercent,
      },
      feedback,
      solutions,
      sectionIds: stored.sections.map(({ sectionId }) => sectionId),
      archived: stored.archivedAt !== null,
    },
    extensions: stored.extensions,
  };
}
