import type { ContentProblem } from '@/lib/exercises/loader/problem';

/** A content file that is to be stored. */
export interface Plan {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly hash: string;
}

/** What a load of the content has done so far. */
export interface Counts {
  written: number;
  unchanged: number;
}

/** What the database has for the same id. */
export interface Stored {
  readonly slug: string;
  readonly retiredAt: Date | null;
  readonly current: { readonly hash: string } | null;
}

/** 'revise': the content differs. 'place': only the folder moved, or it is back. */
export function planSync(plan: Plan, stored: Stored | null): 'nothing' | 'place' | 'revise' {
  if (stored === null || stored.current?.hash !== plan.hash) return 'revise';
  return stored.slug === plan.slug && stored.retiredAt === null ? 'nothing' : 'place';
}

/** Why a content file cannot have its place in the database, given what is stored under its id or its slug; else null. */
export function placeFault(
  { id, slug }: { readonly id: string; readonly slug: string },
  stored: readonly { readonly id: string; readonly slug: string; readonly courseId: string | null }[],
): string | null {
  const other = stored.find((one) => one.slug === slug && one.id !== id.toLowerCase());
  if (other !== undefined)
    return `What is stored for this folder has the id ${other.id}: give the file that id back, or the folder another name.`;
  return stored.some(({ courseId }) => courseId !== null)
    ? 'This id is that of content of a course: give the file an id of its own.'
    : null;
}

/** Writes all of them; those that find their place taken again after the others, which may have moved away. */
export async function writeAll<One>(
  all: readonly One[],
  write: (one: One) => Promise<string | null>,
): Promise<{ readonly one: One; readonly message: string }[]> {
  let waiting = all;
  for (;;) {
    const blocked: { one: One; message: string }[] = [];
    for (const one of waiting) {
      const message = await write(one);
      if (message !== null) blocked.push({ one, message });
    }
    if (blocked.length === 0 || blocked.length === waiting.length) return blocked;
    waiting = blocked.map(({ one }) => one);
  }
}

export const hasErrors = (problems: readonly ContentProblem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
