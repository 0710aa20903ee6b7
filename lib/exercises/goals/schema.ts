/** What a program must bring about. Goals are data; `judge.ts` holds them against a trace. */
import { z } from 'zod';
import { objectOf, pythonName, sentence } from '../content/parts';
import { constructSchema } from './construct-names';

/** Said instead of the goal's own words. */
const own = { sentence: sentence.optional() };
const names = z.tuple([pythonName, pythonName]);

const printed = z.union([z.string(), z.number()]).transform(String);

export const goalSchema = z.union(
  [
    /** It is freed by this line, or at all; and by what. */
    z.strictObject({
      freed: objectOf,
      byLine: z.int().min(1).optional(),
      by: z.enum(['refcount', 'collector']).optional(),
      ...own,
    }),
    /** It is still there when the program has ended. */
    z.strictObject({ kept: objectOf, ...own }),
    /** Looked at when a step is finished. */
    z.strictObject({ of: objectOf, countAtMost: z.int().min(1), ...own }),
    /**
     * After the array is made, no step makes another buffer of its size or more that is still there when the step
     * is finished: what is made and freed within one step has no place in a trace.
     */
    z.strictObject({ notCopied: objectOf, ...own }),
    z.strictObject({ share: names, ...own }),
    z.strictObject({ apart: names, ...own }),
    z.strictObject({ same: names, ...own }),
    /** What a name shows in the end. */
    z.strictObject({ value: pythonName, is: printed, ...own }),
    z.strictObject({ unbound: pythonName, ...own }),
    z.strictObject({ prints: z.array(printed).min(1), ...own }),
    /** Lines with code on them. */
    z.strictObject({ linesAtMost: z.int().min(1), ...own }),
    z.strictObject({ uses: constructSchema, ...own }),
    z.strictObject({ avoids: constructSchema, ...own }),
  ],
  {
    error:
      'must be one of { freed, byLine, by }, { kept }, { of, countAtMost }, { notCopied }, { share }, { apart }, { same }, { value, is }, { unbound }, { prints }, { linesAtMost }, { uses }, { avoids }',
  },
);
export type Goal = z.infer<typeof goalSchema>;

/** What a judged goal says: whether it holds, and where it fails. */
export const goalResultSchema = z.strictObject({
  sentence: z.string(),
  met: z.boolean(),
  /** Why it holds or fails. */
  reason: z.string(),
  /** The step at which it fails. */
  step: z.int().nullable(),
});
export type GoalResult = z.infer<typeof goalResultSchema>;
