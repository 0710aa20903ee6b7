import { z } from 'zod';

/** A step of the lesson's count: 1, 2, 3 …; imports and the end of the program have no number. */
export const stepNumber = z.int().min(1, { error: 'must be a step: 1, 2, 3 …' });

export const sentence = z.string().trim().min(1, { error: 'must not be empty' }).max(4000);

/** The part of its mark that a cell earns which follows from an earlier answer; half where it is left out. */
export const followThrough = z.number().min(0).max(1);
export const followThroughByDefault = 0.5;

export const shortText = z.string().trim().min(1, { error: 'must not be empty' }).max(200);

/** A Python name in the module of the snippet. */
export const pythonName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'must be a name of the snippet, such as A' });

export const concept = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'must be in small letters and hyphens, such as reference-counts' });

export const contentId = z.uuid({ error: 'must be a UUID; make a new one with crypto.randomUUID()' });

/** Help before the answer: a sentence that points to a step and a column of the execution table. */
export const hintSchema = z.strictObject({
  text: sentence,
  step: stepNumber.optional(),
  column: shortText.optional(),
});
export type Hint = z.infer<typeof hintSchema>;

/**
 * An object, told by a name that refers to it: `A` is the object that A refers to when A is first bound,
 * `{ name: A, step: 3 }` the one that A refers to after step 3, `{ line: 4 }` the array, or else the object, that
 * line 4 makes when it is first run.
 */
export const objectOf = z.union(
  [
    pythonName,
    z.strictObject({ name: pythonName, step: stepNumber }),
    z.strictObject({ line: z.int().min(1) }),
  ],
  { error: 'must be a name such as A, { name: A, step: 3 } or { line: 4 }' },
);
export type ObjectOf = z.infer<typeof objectOf>;
