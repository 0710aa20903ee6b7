/** What differs from variant to variant: values, names, shapes, the order of lines. */
import { z } from 'zod';

const text = z.string().min(1).max(500);
const scalar = z.union([text, z.number()]);
/** Whole numbers between two bounds at most: a drawing goes through all of them. */
const widest = 10_000;
const bounds = z
  .tuple([z.int(), z.int()])
  .refine(([least, most]) => least <= most, { error: 'must be [least, most]' })
  .refine(([least, most]) => most - least < widest, {
    error: `must have ${widest} whole numbers between them at most`,
  });
const longestRow = 40;

/** One of these. Where the parameter has several names (`a, b`), each choice is a row with a value for each. */
const oneOf = z.strictObject({ oneOf: z.array(z.union([scalar, z.array(scalar)])).min(2) });
/** For several names: each gets another of these. */
const distinct = z.strictObject({ distinct: z.array(scalar).min(2) });
/** A whole number between two bounds, both included. */
const whole = z.strictObject({ whole: bounds, except: z.array(z.int()).optional() });
/** A row of different whole numbers: `4, 1, 7`. */
const wholes = z.strictObject({
  wholes: bounds,
  length: z.union([
    z.int().min(1).max(longestRow),
    bounds.refine(([, most]) => most <= longestRow, { error: `must be ${longestRow} at most` }),
  ]),
  sorted: z.boolean().optional(),
});
/** These lines in any order. */
const order = z.strictObject({ order: z.array(text).min(2).max(8) });

export const parameterSchema = z.union([oneOf, distinct, whole, wholes, order], {
  error: 'must be one of { oneOf }, { distinct }, { whole }, { wholes, length }, { order }',
});
export type Parameter = z.infer<typeof parameterSchema>;

const names = /^[A-Za-z][A-Za-z0-9_]*(, [A-Za-z][A-Za-z0-9_]*)*$/;

/** By name: `n`, or `a, b` where one drawing gives values to several names. */
export const parametersSchema = z.record(
  z.string().regex(names, { error: 'must be a name such as n, or names such as "a, b"' }),
  parameterSchema,
);
export type Parameters = z.infer<typeof parametersSchema>;

/** `a, b` → a and b. */
export const namesOfKey = (key: string): readonly string[] => key.split(', ');

/** In how many ways the parameters can be drawn: an upper bound of the number of distinct variants. */
export function waysToDraw(parameters: Parameters): number {
  return Object.entries(parameters).reduce(
    (ways, [key, parameter]) => ways * ways1(parameter, namesOfKey(key).length),
    1,
  );
}

function ways1(parameter: Parameter, taken: number): number {
  if ('oneOf' in parameter) return parameter.oneOf.length;
  if ('distinct' in parameter) return arrangements(parameter.distinct.length, taken);
  if ('order' in parameter) return arrangements(parameter.order.length, parameter.order.length);
  if ('whole' in parameter) {
    const [least, most] = parameter.whole;
    const left = (parameter.except ?? []).filter((one) => one >= least && one <= most);
    return most - least + 1 - new Set(left).size;
  }
  const [least, most] = parameter.wholes;
  const [short, long] =
    typeof parameter.length === 'number' ? [parameter.length, parameter.length] : parameter.length;
  let ways = 0;
  for (let length = short; length <= long; length += 1) {
    const ordered = arrangements(most - least + 1, length);
    ways += parameter.sorted ? ordered / arrangements(length, length) : ordered;
  }
  return ways;
}

/** How many rows of `taken` different things there are among `of`. */
function arrangements(of: number, taken: number): number {
  let ways = 1;
  for (let left = of; left > of - taken; left -= 1) ways *= Math.max(left, 0);
  return ways;
}
