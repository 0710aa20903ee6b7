import { z } from 'zod';
import { sentence } from '../../content/parts';
import { changeSchema, claimSchema, questionSchema } from '../../content/questions';
import { misconceptionId } from '../../misconception-ids';

/** The belief that leads to a wrong option. */
const believes = misconceptionId.optional();

const plainValue = z.union([z.string().trim().min(1), z.number(), z.boolean()]);

/** An option that says a value, with the belief behind it. */
const valueOption = z.strictObject({ is: plainValue, believes });

/** An option that is right when the trace makes its claim true. */
const claimOption = z.strictObject({ text: sentence, when: claimSchema, believes });

/** An option computed from the trace: the answer to another question about it. */
const computedOption = z.strictObject({ ask: questionSchema, believes });

/** An option computed from another program: the answer to the question if these lines said something else. */
const insteadOption = z.strictObject({
  instead: z.array(z.strictObject({ line: z.int().min(1), code: z.string().max(200) })).min(1),
  believes,
});

/** An option computed by a machine that holds the belief: its answer to the question. */
const machineOption = z.strictObject({ believes: misconceptionId });

/** Which options are right is never written down: the trace decides. */
export const optionSchema = z.union(
  [
    z.string().trim().min(1),
    z.number(),
    z.boolean(),
    valueOption,
    claimOption,
    computedOption,
    insteadOption,
    machineOption,
  ],
  {
    error: 'must be a value, { is }, { text, when }, { ask }, { instead: [{ line, code }] } or { believes }',
  },
);
export type Option = z.infer<typeof optionSchema>;

export const choiceSpecSchema = z.strictObject({
  kind: z.literal('choice'),
  /** What is asked of the trace; left out where every option has its own claim (`when`). */
  ask: questionSchema.optional(),
  change: changeSchema.optional(),
  /** Whether more than one option may be chosen. */
  several: z.boolean().default(false),
  /** 'shuffled': each variant has an order of its own. */
  order: z.enum(['fixed', 'shuffled']).default('shuffled'),
  options: z.array(optionSchema).min(2).max(12),
});
export type ChoiceSpec = z.infer<typeof choiceSpecSchema>;

export const choiceAnswerSchema = z.strictObject({
  kind: z.literal('choice'),
  chosen: z.array(z.string().max(20)).max(12),
});
export type ChoiceAnswer = z.infer<typeof choiceAnswerSchema>;

/** A wrong answer of a content file: the options chosen, by their texts or their places in the file, from 1. */
export const choiceMistakeSchema = z.strictObject({
  options: z.array(z.union([z.string(), z.int().min(1)])).min(1),
});
export type ChoiceMistake = z.infer<typeof choiceMistakeSchema>;

export const publicOptionSchema = z.strictObject({ id: z.string(), text: z.string(), code: z.boolean() });

/** What a student sees before the submission: nothing here tells the options apart. */
export const publicChoiceSchema = z.strictObject({
  kind: z.literal('choice'),
  several: z.boolean(),
  options: z.array(publicOptionSchema),
});
export type PublicChoice = z.infer<typeof publicChoiceSchema>;
