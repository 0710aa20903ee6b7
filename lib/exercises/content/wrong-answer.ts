import { z } from 'zod';
import { misconceptionId } from '../misconception-ids';
import { sentence } from './parts';

/** The states that a cell may be expected to have. */
export const expectedState = z.enum(['correct', 'consistent', 'wrong', 'blank', 'unreadable']);

/**
 * A wrong answer that students give, and what becomes of it: the state of each cell that is listed, and words
 * that the reason of one of them has. Checked on many variants.
 */
export const wrongAnswer = <Mistake extends z.ZodType>(mistake: Mistake) =>
  z.strictObject({
    answer: mistake,
    /** By cell: '2.count', '1.when', '3', 'name.B', 'goal-1', 'choice'. */
    states: z
      .record(z.string(), expectedState)
      .refine((states) => Object.keys(states).length > 0, { error: 'must name a cell' }),
    /** Words of the reason that the student reads. */
    says: sentence.optional(),
    /** The belief that leads to this answer. */
    believes: misconceptionId.optional(),
  });
