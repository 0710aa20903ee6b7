/** What stands behind the places to answer: parts, blocks that are pasted, lines that are moved, drawings. */
import { expect, test } from 'vitest';
import { blockOf, pasted } from '@/app/_components/answer/grid/paste';
import {
  addObject,
  bufferMate,
  type Drawing,
  drawnName,
  nextSlot,
  removeObject,
  setName,
  setSlot,
  shareBuffer,
} from '@/app/_components/answer/kinds/memory-diagram/drawing';
import { drawnParts } from '@/app/_components/answer/kinds/memory-diagram/drawn-parts';
import { moveLine, shiftLine } from '@/app/_components/answer/kinds/order/move-line';
import { complaintsLeft, emptyParts, filled } from '@/app/_components/answer/parts';
import { runSource } from '@/app/_components/answer/review/run-source';
import type { PublicExercise } from '@/lib/exercises/browser';

const common = { title: 'T', prompt: '', snippet: 'a = 1\n', hints: [] };
const collection: PublicExercise = {
  ...common,
  kind: 'collection',
  steps: [{ step: 1, line: 1, source: 'a = 1' }],
  objects: [
    {
      label: 'the list of `a`',
      cells: [
        { id: '1.when', type: 'when' },
        { id: '1.how', type: 'how' },
      ],
    },
  ],
};
const program: PublicExercise = { ...common, kind: 'program', goals: [] };

const grid = [
  { row: 0, column: 0, id: '1.A', type: 'value' as const },
  { row: 0, column: 1, id: '1.count', type: 'count' as const },
  { row: 2, column: 0, id: '3.A', type: 'value' as const },
  { row: 2, column: 2, id: '3.freed', type: 'freed' as const },
];

test('a block from a spreadsheet is split at tabs and lines, quotes undone; one value is none', () => {
  expect(blockOf('[1, 2]\t2\r\n"[10, ""x""]"\t1\r\n')).toEqual([
    ['[1, 2]', '2'],
    ['[10, "x"]', '1'],
  ]);
  expect(blockOf('1\n2\n3')).toEqual([['1'], ['2'], ['3']]);
  expect(blockOf('[1, 2, 3]')).toBeNull();
});

test('a block fills asked cells from one cell on, in canonical form, and tells what found no place', () => {
  const block = [
    ['1 2', '2', 'yes'],
    ['gone', '1', 'y', '9'],
  ];
  expect(pasted(block, grid, '1.A')).toEqual({
    cells: { '1.A': '[1, 2]', '1.count': '2', '3.A': 'not defined', '3.freed': 'Yes' },
    left: 3,
  });
  // A cell that is typed into takes what cannot be read, to be mended there; one with buttons cannot.
  expect(pasted([['[1,'], ['two']], grid, '1.count')).toEqual({ cells: { '1.count': '[1,' }, left: 1 });
  expect(pasted([['maybe']], grid, '3.freed')).toEqual({ cells: {}, left: 1 });
});

test('a line goes where it is dropped, and nothing changes where it already is', () => {
  const lines = ['a', 'b', 'c'];
  expect(moveLine(lines, 'a', 3)).toEqual(['b', 'c', 'a']);
  expect(moveLine(lines, 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(moveLine(lines, 'b', 1)).toBeNull();
  expect(moveLine(lines, 'b', 2)).toBeNull();
  expect(moveLine(lines, 'x', 1)).toEqual(['a', 'x', 'b', 'c']);
  expect(moveLine(lines, 'b', 'pool')).toEqual(['a', 'c']);
  expect(moveLine(lines, 'x', 'pool')).toBeNull();
  expect(shiftLine(lines, 'a', -1)).toBeNull();
  expect(shiftLine(lines, 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(shiftLine(lines, 'c', 1)).toBeNull();
});

const blank: Drawing = { kind: 'memory-diagram', names: {}, objects: [] };

test('a drawing is built object by object, and what is removed leaves nothing that refers to it', () => {
  const { drawing: one, id } = addObject(blank, 'list');
  const { drawing: two, id: other } = addObject(one, 'array');
  const bound = setName(setName(two, 'a', { object: id }), 'n', null);
  const drawn = setSlot(bound, id, nextSlot(bound.objects[0] as Drawing['objects'][number]), {
    object: other,
  });
  expect(drawn.objects[0]?.slots).toEqual({ 0: { object: other } });
  expect(nextSlot(drawn.objects[0] as Drawing['objects'][number])).toBe('1');
  expect([drawnName(drawn, id), drawnName(drawn, other)]).toEqual(['#1 list', '#2 array']);
  expect(drawnParts({ names: ['a', 'n', 'm'] }, drawn).map(({ text }) => text)).toEqual([
    '#1 list',
    'not defined',
    '',
    '[0]: #2 array',
    'array',
  ]);
  const without = removeObject(drawn, other);
  expect(without.objects).toEqual([{ id, type: 'list', slots: {}, buffer: null }]);
  expect(removeObject(without, id)).toEqual({ ...blank, names: { n: null } });
  expect(addObject(without, 'dict').id).not.toBe(id);
});

test('arrays share a buffer by one label, and one of them can have its own again', () => {
  const a = addObject(blank, 'array');
  const b = addObject(a.drawing, 'array');
  const c = addObject(b.drawing, 'array');
  const shared = shareBuffer(shareBuffer(c.drawing, b.id, a.id), c.id, b.id);
  expect(new Set(shared.objects.map(({ buffer }) => buffer)).size).toBe(1);
  const apart = shareBuffer(shared, b.id, null);
  expect([a, b, c].map(({ id }) => bufferMate(apart, id))).toEqual([c.id, null, a.id]);
});

test('what is filled, what is empty, and what has changed is told part by part', () => {
  const half = { kind: 'collection' as const, cells: { '1.when': '1' } };
  expect(filled(collection, half)).toEqual({ done: 1, of: 2 });
  const question = { position: 1, label: 'a', points: 1, exercise: collection };
  expect(emptyParts([question], { 1: half })).toEqual(['the list of a: freed by']);
  const both = [question, { ...question, position: 2, label: 'b', exercise: program }];
  expect(emptyParts(both, { 1: half })).toEqual(['Question a: the list of a: freed by', 'Question b']);
});

test('a complaint goes when its part is written anew; one about a program, when anything is', () => {
  const about = new Map([
    ['1.when', 'Write a step.'],
    ['1.how', 'Write how.'],
  ]);
  const before = { kind: 'collection' as const, cells: { '1.when': 'x', '1.how': 'y' } };
  const after = { ...before, cells: { ...before.cells, '1.how': 'never' } };
  expect([...complaintsLeft(collection, about, before, after).keys()]).toEqual(['1.when']);
  const goals = new Map([['goal-1', 'It cannot be run.']]);
  expect(complaintsLeft(program, goals, undefined, { kind: 'program', source: 'b' }).size).toBe(0);
});

test('the program to begin with is nobody’s answer', () => {
  expect(filled(program, { kind: 'program', source: 'a = 1' })).toEqual({ done: 0, of: 1 });
  expect(filled(program, { kind: 'program', source: 'a = 2' })).toEqual({ done: 1, of: 1 });
});

test('the run that shows why is that of the student’s own program, where the answer is one', () => {
  const order: PublicExercise = {
    ...common,
    kind: 'order',
    head: 'import gc\n',
    goals: [],
    lines: [
      { id: 'x', text: 'a = 1' },
      { id: 'y', text: 'del a' },
    ],
  };
  expect(runSource({ exercise: order, answer: { kind: 'order', lines: ['y', 'x'] } })).toBe(
    'import gc\ndel a\na = 1\n',
  );
  expect(runSource({ exercise: program, answer: { kind: 'program', source: 'b = 2' } })).toBe('b = 2');
  expect(runSource({ exercise: collection, answer: { kind: 'collection', cells: {} } })).toBe('a = 1\n');
});
