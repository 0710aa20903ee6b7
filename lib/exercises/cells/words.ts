/** How answers in words are read: names, steps, what frees an object, printed text. */
import { says } from '../literals/literal';
import { readLiteral } from '../literals/read-literal';
import type { Cell, How } from './types';

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '');

const noneWords = new Set([
  'none',
  'nothing',
  'no other',
  'no other name',
  'nobody',
  'no name',
  'only itself',
]);
const notNames = new Set(['deleted', 'undefined', 'unbound', 'removed', 'gone', 'nameerror', 'freed']);

/** Names such as `A, B` or `A and B`, in any order; none. Null where there is something else. */
export function readSame(text: string): Cell | null {
  if (noneWords.has(plain(text))) return { type: 'same', names: [] };
  const names = text.split(/\s*,\s*|\s+and\s+|\s+/).filter((name) => name !== '');
  const read = names.every((name) => /^[A-Za-z_]\w*$/.test(name) && !notNames.has(name.toLowerCase()));
  if (!read || names.length === 0 || names.includes('not')) return null;
  return { type: 'same', names: [...new Set(names)].toSorted() };
}

const silentWords = new Set(['-', '–', '—', 'nothing', 'no output', 'none printed']);

/** What a step prints; '' for nothing. */
export function readOutput(text: string): Cell {
  return { type: 'output', text: silentWords.has(plain(text)) ? '' : text.trim() };
}

const neverWords = new Set([
  'never',
  'not freed',
  'not at all',
  'no',
  'no step',
  '-',
  '–',
  '—',
  'stays alive',
]);

/** `4`, `step 4`, `at step 4`, `never`. */
export function readWhen(text: string): Cell | null {
  const word = plain(text);
  if (neverWords.has(word)) return { type: 'when', step: null };
  const number = /^(?:at )?(?:step )?(\d{1,4})$/.exec(word)?.[1];
  return number === undefined ? null : { type: 'when', step: Number(number) };
}

const countWords = /^(by )?(its |the )?(reference count(ing)?|refcount(ing)?|ref count|count|rc)$/;
const collectorWords = /^(by )?(the )?((cyclic |cycle |garbage )?collector|gc|gc\.collect(\(\))?)$/;

/** `reference count`, `by the collector`, `never`. */
export function readHow(text: string): Cell | null {
  const word = plain(text);
  if (neverWords.has(word)) return { type: 'how', by: 'never' };
  if (countWords.test(word)) return { type: 'how', by: 'rc' };
  return collectorWords.test(word) ? { type: 'how', by: 'gc' } : null;
}

/** What frees an object, in words. `readHow` reads them back. */
export function showHow(by: How): string {
  if (by === 'never') return 'never';
  return by === 'rc' ? 'by reference count' : 'by the collector';
}

/**
 * Whether a line says what is printed. Blanks at the ends and their number between words are no difference,
 * and values may be written in any form that says the same: `[1,2]` for `[1, 2]`.
 */
export function lineSays(given: string, printed: string): boolean {
  const [a, b] = [given, printed].map((line) => line.trim().replace(/\s+/g, ' '));
  if (a === b) return true;
  const [first, second] = [readLiteral(given), readLiteral(printed)];
  return first !== null && second !== null && says(first, second);
}
