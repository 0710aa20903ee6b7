import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import type { OverrideView } from './schema';

/** The part of an answer's selection that tells which override counts. */
export const lastOverride = {
  select: {
    number: true,
    points: true,
    reason: true,
    at: true,
    author: { select: { name: true } },
  },
  orderBy: { number: 'desc' },
  take: 1,
} as const;

export interface StoredOverride {
  readonly number: number;
  readonly points: { toNumber(): number } | null;
  readonly reason: string;
  readonly at: Date;
  readonly author: { readonly name: string };
}

/** The override that counts, or null where there is none, or where it was lifted. */
export function standingOverride(stored: readonly StoredOverride[]): OverrideView | null {
  const [last] = stored;
  return last === undefined || last.points === null ? null : overrideView(last);
}

const overrideView = ({ number, points, reason, at, author }: StoredOverride): OverrideView => ({
  number,
  points: points?.toNumber() ?? null,
  reason,
  author: author.name,
  at,
});

/** All overrides of an answer of this course, newest first. */
export async function overrideHistory(
  proof: CourseProof<'teacher'>,
  answerId: string,
): Promise<OverrideView[]> {
  const rows = await db().marksOverride.findMany({
    where: { courseId: proof.courseId, answerId },
    select: lastOverride.select,
    orderBy: lastOverride.orderBy,
    take: 100,
  });
  return rows.map(overrideView);
}
