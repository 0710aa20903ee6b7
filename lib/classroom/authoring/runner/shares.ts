import { AppError } from '@/lib/common/errors';

/** Jobs of one person at a time: a page asks for one after the other, and somebody may have a few pages open. */
const mostAtOnce = 4;

const held = new Map<string, number>();

/**
 * Does the work as one of a few of this person's, so that nobody fills the queue that all authors share. Throws AppError
 * "rate-limited" where they have more at this process already.
 */
export async function inShare<T>(personId: string, work: () => Promise<T>): Promise<T> {
  const others = held.get(personId) ?? 0;
  if (others >= mostAtOnce) {
    throw new AppError('rate-limited', 'Too many of your exercises are being computed.', {
      remedy: 'Wait until the first ones are there.',
    });
  }
  held.set(personId, others + 1);
  try {
    return await work();
  } finally {
    const left = (held.get(personId) ?? 1) - 1;
    if (left === 0) held.delete(personId);
    else held.set(personId, left);
  }
}
