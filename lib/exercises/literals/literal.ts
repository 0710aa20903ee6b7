/** A Python value as people write it, read without running anything. */
export type Literal =
  | { readonly type: 'number'; readonly value: number; readonly text: string }
  | { readonly type: 'word'; readonly text: 'True' | 'False' | 'None' }
  | { readonly type: 'string'; readonly value: string }
  /** 'bare': written without brackets. Arrays are lists here: a cell shows what they hold, not what they are. */
  | { readonly type: 'sequence'; readonly form: SequenceForm; readonly items: readonly Literal[] }
  | { readonly type: 'set'; readonly items: readonly Literal[] }
  | { readonly type: 'mapping'; readonly entries: readonly (readonly [Literal, Literal])[] }
  /** Anything else, told by its text alone, such as `<function f>`. */
  | { readonly type: 'text'; readonly text: string };

export type SequenceForm = 'list' | 'tuple' | 'bare';

/** The text in Python's own form: `[10, 2, 3]`, `(1,)`, `'a'`. Bare sequences are shown as lists. */
export function showLiteral(literal: Literal): string {
  switch (literal.type) {
    case 'number':
    case 'word':
    case 'text':
      return literal.text;
    case 'string':
      return showString(literal.value);
    case 'sequence': {
      const items = literal.items.map(showLiteral).join(', ');
      if (literal.form !== 'tuple') return `[${items}]`;
      return literal.items.length === 1 ? `(${items},)` : `(${items})`;
    }
    case 'set':
      return `{${literal.items.map(showLiteral).join(', ')}}`;
    case 'mapping':
      return `{${literal.entries.map(([key, value]) => `${showLiteral(key)}: ${showLiteral(value)}`).join(', ')}}`;
  }
}

function showString(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const body = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

/**
 * Whether a person's text says what is expected. Brackets that were left out, or written as NumPy prints
 * them, are no difference; a list and a tuple are one. Numbers are compared as numbers: `1` says `1.0`.
 */
export function says(given: Literal, expected: Literal): boolean {
  if (given.type === 'sequence' && expected.type === 'sequence') {
    return agreesInForm(given.form, expected.form) && eachSays(given.items, expected.items);
  }
  if (given.type === 'number' && expected.type === 'number') {
    return sameNumber(given, expected);
  }
  if (given.type === 'set' && expected.type === 'set') {
    return pairUp(given.items, expected.items, says);
  }
  if (given.type === 'mapping' && expected.type === 'mapping') {
    return pairUp(
      given.entries,
      expected.entries,
      ([key, value], [otherKey, other]) => says(key, otherKey) && says(value, other),
    );
  }
  if (given.type === 'string' && expected.type === 'string') return given.value === expected.value;
  return given.type === expected.type && showLiteral(given) === showLiteral(expected);
}

/** Whether each of the given says another one of the expected, in any order, and none is left. */
function pairUp<T>(
  given: readonly T[],
  expected: readonly T[],
  saysSo: (one: T, other: T) => boolean,
): boolean {
  const left = [...expected];
  for (const one of given) {
    const place = left.findIndex((other) => saysSo(one, other));
    if (place < 0) return false;
    left.splice(place, 1);
  }
  return left.length === 0;
}

type NumberLiteral = Extract<Literal, { type: 'number' }>;
const wholePattern = /^-?\d+$/;

/** Whole numbers are compared digit by digit: a JavaScript number is too small for some of them. */
function sameNumber(a: NumberLiteral, b: NumberLiteral): boolean {
  if (wholePattern.test(a.text) && wholePattern.test(b.text)) return a.text === b.text;
  return a.value === b.value || (Number.isNaN(a.value) && Number.isNaN(b.value));
}

function eachSays(given: readonly Literal[], expected: readonly Literal[]): boolean {
  return (
    given.length === expected.length && given.every((item, index) => says(item, expected[index] as Literal))
  );
}

function agreesInForm(given: SequenceForm, expected: SequenceForm): boolean {
  return given === expected || given === 'bare' || expected === 'bare';
}
