/** One thing that is asked of a state, and how its answer is read. Safe for the browser: it knows no answers. */
import { type Literal, says, showLiteral } from '../literals/literal';
import { readLiteral } from '../literals/read-literal';

/** What a cell asks: what a name shows, how often an object is referred to, whether it is freed. */
export const columnTypes = ['value', 'count', 'freed'] as const;
export type ColumnType = (typeof columnTypes)[number];

export type Cell =
  | { readonly type: 'undefined' }
  | { readonly type: 'value'; readonly literal: Literal }
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'freed'; readonly freed: boolean };

export type CellReading =
  | { readonly status: 'read'; readonly cell: Cell; readonly shown: string }
  | { readonly status: 'blank' }
  | { readonly status: 'unreadable'; readonly message: string };

const longest = 500;

const undefinedWords = new Set([
  '-',
  '–',
  '—',
  'deleted',
  'not defined',
  'undefined',
  'unbound',
  'not bound',
  'removed',
  'gone',
  'no name',
  'no value',
  'nothing',
  'nameerror',
  'n/a',
  'does not exist',
  "doesn't exist",
]);

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const;

const yesWords = new Set(['yes', 'y', 'true', 'freed', 'collected', 'garbage collected', 'is freed']);
const noWords = new Set([
  'no',
  'n',
  'false',
  'not freed',
  'not collected',
  'not yet',
  'alive',
  'is not freed',
]);

const messages: Readonly<Record<ColumnType, string>> = {
  value: 'Write a value as Python does, such as [10, 2, 3], or - where the name is not defined.',
  count: 'Write a whole number, such as 2.',
  freed: 'Write yes or no.',
};

/** Reads what was typed into a cell; generous where only one reading is possible. */
export function readCell(type: ColumnType, typed: string): CellReading {
  const text = typed.trim();
  if (text === '') return { status: 'blank' };
  const cell = text.length > longest ? null : readers[type](text);
  if (cell === null) return { status: 'unreadable', message: messages[type] };
  return { status: 'read', cell, shown: showCell(cell) };
}

const readers: Readonly<Record<ColumnType, (text: string) => Cell | null>> = {
  value: readValue,
  count: readCount,
  freed: readFreed,
};

function readValue(text: string): Cell | null {
  const word = plain(text);
  if (undefinedWords.has(word)) return { type: 'undefined' };
  if (word === 'none') return { type: 'value', literal: { type: 'word', text: 'None' } };
  const literal = readLiteral(text);
  return literal === null ? null : { type: 'value', literal };
}

const countPattern = /^(\d{1,6}|[a-z]+)(?:\s*\((?:[a-z ]*)\)|\s*(?:shared|refs?|references?))?$/;

function readCount(text: string): Cell | null {
  const written = countPattern.exec(plain(text))?.[1];
  if (written === undefined) return null;
  const count = /^\d/.test(written) ? Number(written) : (numberWords as readonly string[]).indexOf(written);
  return count < 0 ? null : { type: 'count', count };
}

function readFreed(text: string): Cell | null {
  const word = plain(text);
  if (yesWords.has(word)) return { type: 'freed', freed: true };
  return noWords.has(word) ? { type: 'freed', freed: false } : null;
}

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '');

/** The canonical text: '[10, 2, 3]', 'not defined', '2', 'Yes'. `readCell` reads it back. */
export function showCell(cell: Cell): string {
  switch (cell.type) {
    case 'undefined':
      return 'not defined';
    case 'value':
      return showLiteral(cell.literal);
    case 'count':
      return String(cell.count);
    case 'freed':
      return cell.freed ? 'Yes' : 'No';
  }
}

/**
 * Whether a person's cell says what is expected. `noneMeansUndefined`: the table has no value None, so
 * that the word can only mean a name that is not defined.
 */
export function cellSays(given: Cell, expected: Cell, noneMeansUndefined: boolean): boolean {
  if (noneMeansUndefined && isNone(given)) return expected.type === 'undefined';
  if (given.type === 'value' && expected.type === 'value') return says(given.literal, expected.literal);
  if (given.type === 'count' && expected.type === 'count') return given.count === expected.count;
  if (given.type === 'freed' && expected.type === 'freed') return given.freed === expected.freed;
  return given.type === 'undefined' && expected.type === 'undefined';
}

/** Whether the cell is Python's None. */
export function isNone(cell: Cell): boolean {
  return cell.type === 'value' && cell.literal.type === 'word' && cell.literal.text === 'None';
}
