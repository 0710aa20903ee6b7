import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { previewDraft } from '@/lib/classroom/authoring/core/preview';
import { kindNames } from '@/lib/exercises/content/kind-names';
import { kindChanged } from '@/lib/exercises/form/change-kind';
import { editYaml } from '@/lib/exercises/form/edit-yaml';
import { turnedOver } from '@/lib/exercises/form/given-cells';
import { placeAt } from '@/lib/exercises/form/place-at';
import { listAt, readForm, textAt, typedValue } from '@/lib/exercises/form/read-form';
import { simulate } from '@/lib/simulator';

describe('a cell that is turned over', () => {
  const row = { step: 3, columns: ['A', 'count'] };

  test('is shown where it was asked, and asked where it was shown', () => {
    expect(turnedOver(['1.*'], row, 'A')).toEqual(['1.*', '3.A']);
    expect(turnedOver(['1.*', '3.A', '4.A'], row, 'A')).toEqual(['1.*', '4.A']);
  });

  test('makes its row one that is shown as a whole, or no more', () => {
    expect(turnedOver(['3.A', '4.A'], row, 'count')).toEqual(['3.*', '4.A']);
    expect(turnedOver(['1.*', '3.*', '4.A'], row, 'A')).toEqual(['1.*', '3.count', '4.A']);
  });
});

test('a line and a column lead to the value that stands there', () => {
  const text = 'title: A\nhints:\n  - { text: Look., step: 2 }\n  - text: Then.\n';
  expect(placeAt(text, 1, 8)).toEqual(['title']);
  expect(placeAt(text, 3, 13)).toEqual(['hints', 0, 'text']);
  expect(placeAt(text, 3, 26)).toEqual(['hints', 0, 'step']);
  expect(placeAt(text, 4, 5)).toEqual(['hints', 1, 'text']);
  expect(placeAt(text, 2, 1)).toEqual(['hints']);
  expect(placeAt(text, 99, 1)).toEqual([]);
  expect(placeAt('a: [', 1, 4)).toEqual(['a']);
});

test('a form reads what is there, and says where it cannot', () => {
  const read = readForm('title: A\ndifficulty: 3\nconcepts: names\n');
  const data = read.status === 'read' ? read.data : {};
  expect(textAt(data, ['difficulty'])).toBe('3');
  expect(textAt(data, ['hints', 0, 'text'])).toBe('');
  expect(listAt(data, ['concepts'])).toEqual([]);
  expect(readForm('')).toEqual({ status: 'read', data: {} });
  expect(readForm('- A\n')).toMatchObject({ status: 'unreadable', line: 1 });
  expect(readForm('title: A\nb: [1\n')).toMatchObject({ status: 'unreadable', line: 3 });
});

test('what is typed is a number where it is one, and a text where it is a placeholder', () => {
  expect([typedValue(' 3'), typedValue('0.5'), typedValue('{{n}}'), typedValue('3a')]).toEqual([
    3,
    0.5,
    '{{n}}',
    '3a',
  ]);
});

const snippet = 'import numpy as np\nA = np.array([1, 2])\nB = A\nB[0] = 9\nprint(A[0])\n';
const file = `id: 28b2ce8c-60dd-49f7-a406-43289aa9f5d7
title: Two names
kind: trace-table
concepts: [aliasing]
difficulty: 2
prompt: What is there?
columns:
  - { value: A }
given: [1.*]
wrong:
  - answer: { cells: { 2.A: 1 } }
    states: { 2.A: wrong }
explanation: It is one array.
`;

// A program to be written must not meet its goals yet, and what is to be freed is the author's to say.
test.each(kindNames.filter((kind) => kind !== 'program'))(
  'changed to %s, an exercise is one of that kind, with something to begin with',
  (kind) => {
    const changed = editYaml(file, kindChanged(parse(file), kind, snippet)) ?? '';
    const preview = previewDraft({ yaml: changed, snippet }, 1, simulate, simulate);
    expect(preview.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(preview.question?.kind).toBe(kind);
  },
);
