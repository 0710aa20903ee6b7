/** What is named, and what is not: answers worked out by hand. */
import { describe, expect, it } from 'vitest';
import { believedAnswers } from '@/lib/exercises/beliefs/answers';
import type { Answer } from '@/lib/exercises/public';
import { solutionOf } from '@/lib/exercises/variant';
import { diagnose } from '@/lib/grading/diagnosis/diagnose';
import { asked } from '../exercises/kinds/make';

const table = asked(
  { kind: 'trace-table', columns: [{ value: 'A' }, { value: 'B' }, { count: 'A' }, { freed: 'A' }] },
  'A = [1, 2, 3]\nB = A\nB[0] = 10\ndel A\ndel B\n',
);

/** A variant, and how answers to it are marked. */
type Question = Pick<ReturnType<typeof asked>, 'key' | 'marks' | 'exercise' | 'snippet'>;
const diagnosed = (question: Question, answer: Answer) =>
  diagnose(question.key, answer, question.marks(answer).cells, believedAnswers(question, question.key));

const ofTable = (cells: Record<string, string>) => {
  const truth = solutionOf(table.key);
  if (truth.kind !== 'trace-table') throw new Error('another kind');
  return diagnosed(table, { kind: 'trace-table', cells: { ...truth.cells, ...cells } });
};

describe('a trace table', () => {
  it('names the belief that B is a copy, with its cells and the step where it first shows', () => {
    const copies = { '2.count': '1', '3.A': '[1, 2, 3]', '3.count': '1', '4.count': '0', '4.freed': 'Yes' };
    const found = ofTable(copies);
    expect(found?.named).toEqual(['AssignmentCopiesObject']);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.95);
    expect(found?.explains.toSorted()).toEqual(Object.keys(copies).toSorted());
    expect(found?.step).toBe(2);
  });

  it('names nothing where nothing is wrong, where one cell is, or where the cells fit no belief', () => {
    expect(ofTable({})).toBeNull();
    expect(ofTable({ '2.count': '1' })).toBeNull();
    expect(ofTable({ '2.count': '3', '3.count': '3', '4.count': '3' })).toBeNull();
  });

  it('takes no part of an empty answer, or of blank cells, for evidence', () => {
    expect(diagnosed(table, { kind: 'trace-table', cells: {} })).toBeNull();
    const copies = {
      '2.count': '1',
      '3.A': '[1, 2, 3]',
      '3.count': '1',
      '4.count': '',
      '4.freed': '',
      '3.B': '',
    };
    expect(ofTable(copies)?.explains).not.toContain('4.count');
  });

  it('is the same each time', () => {
    const cells = { '2.count': '1', '3.A': '[1, 2, 3]', '3.count': '1', '4.count': '0', '4.freed': 'Yes' };
    expect(ofTable(cells)).toEqual(ofTable(cells));
  });
});

describe('beliefs that say the same', () => {
  const collection = asked(
    { kind: 'collection', objects: ['A', { name: 'B', step: 3 }] },
    'A = [1]\nB = [A]\nC = B\ndel A\ndel C\ndel B\n',
  );
  it('are not named where the answer cannot tell them apart', () => {
    // Only names count, or lists hold copies: either way A goes at step 4.
    const answer: Answer = {
      kind: 'collection',
      cells: { '1.when': '4', '1.how': 'by reference count', '2.when': '6', '2.how': 'by reference count' },
    };
    const beliefs = believedAnswers(collection, collection.key);
    const fitting = beliefs.filter(({ readings }) => {
      const said = readings.get('1.when');
      return typeof said === 'object' && said.type === 'when' && said.step === 4;
    });
    expect(fitting.length).toBeGreaterThan(1);
    expect(diagnosed(collection, answer)).toBeNull();
  });
});

describe('two beliefs at once', () => {
  const both = asked(
    { kind: 'output' },
    'import numpy as np\na = np.array([1, 2])\nb = a\nb[0] = 7\nprint(a)\nprint(a is b)\nv = b[:1]\nv[0] = 9\nprint(b)\nprint(np.shares_memory(v, b))\n',
  );
  it('are named together where neither alone explains the answer', () => {
    const cells = { '1': '[1 2]', '2': 'False', '3': '[7 2]', '4': 'False' };
    expect(diagnosed(both, { kind: 'output', cells })?.named).toEqual([
      'AssignmentCopiesObject',
      'SliceCopiesArray',
    ]);
  });
});

describe('a choice', () => {
  const choice = asked(
    {
      kind: 'choice',
      ask: { value: 'B', step: 3 },
      order: 'fixed',
      options: ['[1]', { believes: 'ReferenceToVariable' }, '[3]', { is: '[4]', believes: 'CopyIsDeep' }],
    },
    'A = [1]\nB = A\nA = [2]\n',
  );
  const chosen = (id: string) => diagnosed(choice, { kind: 'choice', chosen: [id] });
  it('is told as fitting the belief that its option stands for, never as sure', () => {
    expect(chosen('b')?.named).toEqual(['ReferenceToVariable']);
    expect(chosen('b')?.confidence).toBeLessThan(0.95);
    expect(chosen('d')?.named).toEqual(['CopyIsDeep']);
  });
  it('says nothing of an option without a belief', () => {
    expect(chosen('a')).toBeNull();
    expect(chosen('c')).toBeNull();
  });
});
