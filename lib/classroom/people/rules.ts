/** Who is where in a course. Pure. */
import type { MemberState } from './schema';

/** A membership as it is stored, as far as its end goes. */
export interface Ending {
  readonly userId: string;
  readonly removedAt: Date | null;
  readonly removedById: string | null;
}

/** Who ended it themselves has left; whom anybody else took out was removed. */
export function stateOf({ userId, removedAt, removedById }: Ending): MemberState {
  if (removedAt === null) return 'in';
  return removedById === userId ? 'left' : 'removed';
}
