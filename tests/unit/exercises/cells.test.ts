import { describe, expect, it } from 'vitest';
import { type Cell, cellSays, readCell, showCell } from '@/lib/exercises/cells/cell';

const shown = (type: 'value' | 'count' | 'freed', text: string): string => {
  const reading = readCell(type, text);
  return reading.status === 'read' ? reading.shown : reading.status;
};
const cell = (type: 'value' | 'count' | 'freed', text: string): Cell => {
  const reading = readCell(type, text);
  if (reading.status !== 'read') throw new Error(`not read: ${text}`);
  return reading.cell;
};

describe('a value cell', () => {
  it.each(['deleted', 'Deleted', ' DELETED. ', '-', '–', 'not defined', 'undefined', 'unbound', 'NameError'])(
    'reads %j as a name that is not defined',
    (text) => {
      expect(shown('value', text)).toBe('not defined');
    },
  );
  it('keeps None apart until it is compared', () => {
    expect(shown('value', 'none')).toBe('None');
  });
  it.each(['[10, 2', 'two', '10 apples', '?'])('does not read %j', (text) => {
    expect(shown('value', text)).toBe('unreadable');
  });
});

describe('a count cell', () => {
  it.each([
    ['2', '2'],
    ['2 (shared)', '2'],
    ['2 shared', '2'],
    ['two', '2'],
    ['Two references', '2'],
    ['1 ref', '1'],
    ['0', '0'],
    ['zero', '0'],
    ['02', '2'],
  ])('reads %j as %s', (text, count) => {
    expect(shown('count', text)).toBe(count);
  });
  it.each(['-1', '1.5', 'many', '2 or 3', '[2]', '1 2', 'none', '12345678'])('does not read %j', (text) => {
    expect(shown('count', text)).toBe('unreadable');
  });
});

describe('a freed cell', () => {
  it.each([
    ['yes', 'Yes'],
    ['Y', 'Yes'],
    ['True', 'Yes'],
    ['collected', 'Yes'],
    ['no', 'No'],
    ['N', 'No'],
    ['not freed', 'No'],
  ])('reads %j as %s', (text, answer) => {
    expect(shown('freed', text)).toBe(answer);
  });
  it.each(['maybe', '0', 'yes and no'])('does not read %j', (text) => {
    expect(shown('freed', text)).toBe('unreadable');
  });
});

describe('any cell', () => {
  it('is blank when nothing but blanks was typed', () => {
    for (const type of ['value', 'count', 'freed'] as const) expect(shown(type, ' \t ')).toBe('blank');
  });
  it('is not read when it is too long', () => {
    expect(shown('value', '1'.repeat(501))).toBe('unreadable');
  });
  it('reads back what it shows', () => {
    for (const [type, text] of [
      ['value', '[1 2]'],
      ['value', '-'],
      ['count', 'two'],
      ['freed', 'y'],
    ] as const) {
      const first = shown(type, text);
      expect(shown(type, first)).toBe(first);
    }
  });
});

describe('what a cell says', () => {
  it('takes None for "no such name" only where the table has no value None', () => {
    const none = cell('value', 'None');
    const undefinedName = cell('value', '-');
    expect(cellSays(none, undefinedName, true)).toBe(true);
    expect(cellSays(none, undefinedName, false)).toBe(false);
    expect(cellSays(none, none, false)).toBe(true);
    expect(cellSays(undefinedName, none, false)).toBe(false);
  });
  it('shows each kind in one way', () => {
    expect(showCell({ type: 'freed', freed: true })).toBe('Yes');
    expect(showCell({ type: 'count', count: 3 })).toBe('3');
    expect(showCell({ type: 'undefined' })).toBe('not defined');
  });
});
