/** One thing that is asked of a state, and how its answer is read. Safe for the browser: it knows no answers. */
import { says, showLiteral } from '../literals/literal';
import { readLiteral } from '../literals/read-literal';
import type { Cell, CellType } from './types';
import { lineSays, readHow, readOutput, readSame, readWhen, showHow } from './words';

export { type Cell, type CellType, type ColumnType, columnTypes, type How } from './types';

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

const messages: Readonly<Record<CellType, string>> = {
  value: 'Write a value as Python does, such as [10, 2, 3], or - where the name is not defined.',
  count: 'Write a whole number, such as 2.',
  freed: 'Write yes or no.',
  same: 'Write the other names, such as A, B; none where there is none; - where the name is not defined.',
  output: 'Write what is printed, or - where nothing is.',
  line: 'Write the line that is printed.',
  when: 'Write the number of a step, such as 4, or never.',
  how: 'Write reference count, collector or never.',
};

/** Reads what was typed into a cell; generous where only one reading is possible. */
export function readCell(type: CellType, typed: string): CellReading {
  const text = typed.trim();
  if (text === '') return { status: 'blank' };
  const cell = text.length > longest ? null : readers[type](text);
  if (cell === null) return { status: 'unreadable', message: messages[type] };
  return { status: 'read', cell, shown: showCell(cell) };
}

const readers: Readonly<Record<CellType, (text: string) => Cell | null>> = {
  value: readValue,
  count: readCount,
  freed: readFreed,
  // Words such as "nothing" say that there is no other name; those that say "no such name" come after.
  same: (text) => readSame(text) ?? (undefinedWords.has(plain(text)) ? { type: 'undefined' } : null),
  output: readOutput,
  line: (text) => ({ type: 'output', text }),
  when: readWhen,
  how: readHow,
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
    case 'same':
      return cell.names.length === 0 ? 'none' : cell.names.join(', ');
    case 'output':
      return cell.text === '' ? 'nothing' : cell.text;
    case 'when':
      return cell.step === null ? 'never' : String(cell.step);
    case 'how':
      return showHow(cell.by);
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
  if (given.type === 'output' && expected.type === 'output') return lineSays(given.text, expected.text);
  if (given.type !== 'undefined' && given.type === expected.type)
    return showCell(given) === showCell(expected);
  return given.type === 'undefined' && expected.type === 'undefined';
}

/** Whether the cell is Python's None. */
export function isNone(cell: Cell): boolean {
  return cell.type === 'value' && cell.literal.type === 'word' && cell.literal.text === 'None';
}
