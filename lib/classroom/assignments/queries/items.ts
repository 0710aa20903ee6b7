/** The items of an assignment, as they are read from the database. */
import type { AssignmentItemView } from '../schema';

export const itemSelection = {
  position: true,
  points: true,
  exercise: { select: { id: true, current: { select: { title: true, kind: true } } } },
  lesson: { select: { id: true, slug: true, current: { select: { title: true } } } },
} as const;

export const itemOrder = { position: 'asc' } as const;

interface StoredItem {
  readonly position: number;
  readonly points: { toNumber(): number } | null;
  readonly exercise: {
    readonly id: string;
    readonly current: { readonly title: string; readonly kind: string } | null;
  } | null;
  readonly lesson: {
    readonly id: string;
    readonly slug: string;
    readonly current: { readonly title: string } | null;
  } | null;
}

export function itemView({ position, points, exercise, lesson }: StoredItem): AssignmentItemView {
  if (exercise !== null) {
    const { id, current } = exercise;
    const kind = current?.kind ?? '';
    const of = { type: 'exercise', exerciseId: id, points: points?.toNumber() ?? 0, kind } as const;
    return { position, title: current?.title ?? '', of };
  }
  if (lesson === null) throw new Error(`item ${position} of an assignment is nothing`);
  const of = { type: 'lesson', lessonId: lesson.id, slug: lesson.slug } as const;
  return { position, title: lesson.current?.title ?? '', of };
}
