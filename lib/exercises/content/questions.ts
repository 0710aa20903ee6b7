/** What an exercise asks of a trace. The answers are computed, never written down. */
import { z } from 'zod';
import { objectOf, pythonName, stepNumber } from './parts';

/** A step, or the state when the program has ended. */
export const stepOrEnd = z.union([stepNumber, z.literal('end')], {
  error: 'must be a step such as 3, or end',
});
export type StepOrEnd = z.infer<typeof stepOrEnd>;

const valueOfName = z.strictObject({ value: pythonName, step: stepOrEnd });
const countOfObject = z.strictObject({ count: objectOf, step: stepOrEnd });
const freedObject = z.strictObject({ freed: objectOf, step: stepOrEnd });
/** Which other names refer to the same object. */
const sameObject = z.strictObject({ same: pythonName, step: stepOrEnd });
const stepWhere = z.strictObject({
  /** The first step at which the object has this count. */
  stepWhere: z.strictObject({ count: z.int().min(0), of: objectOf }),
});

export const questionSchema = z.union([valueOfName, countOfObject, freedObject, sameObject, stepWhere], {
  error:
    'must be one of { value: A, step: 3 }, { count: A, step: 3 }, { freed: A, step: 3 }, { same: A, step: 3 }, { stepWhere: { count: 0, of: A } }',
});
export type Question = z.infer<typeof questionSchema>;

const objectClaim = z
  .strictObject({
    of: objectOf,
    step: stepOrEnd.default('end'),
    count: z.int().min(0).optional(),
    freed: z.boolean().optional(),
    /** What freed it. */
    by: z.enum(['refcount', 'collector']).optional(),
  })
  .refine((claim) => claim.count !== undefined || claim.freed !== undefined || claim.by !== undefined, {
    error: 'must claim a count, freed, by, or several of them',
  });

const twoNames = z.tuple([pythonName, pythonName]);
const pairStep = { step: stepOrEnd.default('end'), not: z.boolean().default(false) };
/** Whether two arrays have a byte in common; with `not`, that they have none. */
const shareClaim = z.strictObject({ share: twoNames, ...pairStep });
/** Whether two names refer to one object; with `not`, that they do not. */
const sameClaim = z.strictObject({ same: twoNames, ...pairStep });
/** What a name shows. */
const valueClaim = z.strictObject({
  value: pythonName,
  is: z.union([z.string(), z.number(), z.boolean()]),
  ...pairStep,
});

/** Something that a trace makes true or false. All the parts that are given must hold. */
export const claimSchema = z.union([objectClaim, shareClaim, sameClaim, valueClaim], {
  error: 'must be one of { of: A, count, freed, by }, { share: [A, B] }, { same: [A, B] }, { value: A, is }',
});
export type Claim = z.infer<typeof claimSchema>;

/** A change of the snippet before the question is asked: "what if this step were left out". */
export const changeSchema = z.strictObject({ withoutSteps: z.array(stepNumber).min(1) });
export type Change = z.infer<typeof changeSchema>;
