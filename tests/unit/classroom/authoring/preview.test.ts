import { describe, expect, it } from 'vitest';
import type { DraftText } from '@/lib/classroom/authoring/core/draft';
import { previewDraft } from '@/lib/classroom/authoring/core/preview';
import { run, table, varied } from './drafts';

const preview = (draft: DraftText, seed = 1) => previewDraft(draft, seed, run, run);
const places = (draft: DraftText) =>
  preview(draft).problems.map(
    ({ file, line, column, severity, message }) => `${file}:${line}:${column}: ${severity}: ${message}`,
  );

describe('the preview of a draft', () => {
  it('shows the question without its answers, and the answers beside it', () => {
    const { question, answer, cells, explanation, problems } = preview(table());
    expect(problems).toEqual([]);
    expect(question).toMatchObject({ kind: 'trace-table', title: 'Two names' });
    expect(JSON.stringify(question)).not.toContain('[10, 2]');
    expect(answer).toMatchObject({ cells: { '2.B': '[1, 2]', '3.A': '[10, 2]', '3.B': '[10, 2]' } });
    expect(cells.find(({ cell }) => cell === '3.A')).toMatchObject({
      label: 'step 3, A',
      expected: '[10, 2]',
      step: 3,
      reason: expect.stringContaining('A and B refer to the same object'),
    });
    expect(explanation).toBe('One list, two names.');
  });

  it('fills a draft with parameters for the seed, the same each time, another for another seed', () => {
    const [one, again, other] = [preview(varied, 7), preview(varied, 7), preview(varied, 8)];
    expect(one).toEqual(again);
    expect(one.varies).toBe(true);
    expect(one.program).toMatch(/^A = \[\d, \d\]\nB = A\nB\[0\] = \d\d\n$/);
    expect(one.explanation).toContain(/B\[0\] = (\d+)/.exec(one.program ?? '')?.[1]);
    expect(other.program).not.toBe(one.program);
  });

  it('tells each error of exercise.yaml at its line and column, and shows nothing', () => {
    const draft = table({
      yaml: (text) => text.replace('difficulty: 1', 'difficulty: 9').replace('{ value: B }', '{ valu: B }'),
    });
    const { question, answer, cells } = preview(draft);
    expect({ question, answer, cells }).toEqual({ question: null, answer: null, cells: [] });
    expect(places(draft)).toEqual([
      expect.stringMatching(/^exercise\.yaml:5:13: error: difficulty: /),
      expect.stringMatching(/^exercise\.yaml:9:5: error: columns\.1: must be one of/),
    ]);
  });

  it('tells what no YAML is at its place', () => {
    expect(places(table({ yaml: (text) => text.replace('[names]', '[names') }))[0]).toMatch(
      /^exercise\.yaml:5:1: error: /,
    );
  });

  it('tells a column that the trace does not have at the column', () => {
    expect(places(table({ yaml: (text) => text.replace('value: B', 'value: C') }))).toEqual([
      'exercise.yaml:9:5: error: The name C is never bound.',
    ]);
  });

  it('tells a warning and shows the question all the same', () => {
    const draft = table({
      snippet: 'A = [1, 2]\nB = 3\nA[0] = 10\nA[0] = 20\n',
      yaml: (text) => text.replace('given: ["1.*"]', 'steps: [2, 3, 4]'),
    });
    expect(preview(draft).question).not.toBeNull();
    expect(places(draft)).toEqual([
      'exercise.yaml:9:5: warning: This column never changes; it asks for little.',
    ]);
  });

  it.each([
    ['no Python', 'A = [1, 2]\nB = = A\n', /^snippet\.py:2:5: error: .*line 2, SyntaxError/],
    ['an exception', 'A = [1, 2]\nB = A\nC.append(3)\n', /^snippet\.py:3:1: error: .*NameError: name 'C'/],
    ['what the simulator refuses', 'A = [1, 2]\nB = open("x")\n', /^snippet\.py:2:\d+: error: /],
    [
      'a program without an end',
      'A = [1]\nB = A\nwhile True:\n    B = A\n',
      /^snippet\.py:[34]:\d+: error: /,
    ],
    ['no program', ' \n', /^snippet\.py:1:1: error: There is no program yet/],
    ['what no database takes', 'A = [1]\nB = "\0"\n', /^snippet\.py:2:6: error: A null character/],
  ])('tells %s at its line of snippet.py, once', (_, snippet, told) => {
    const found = places(table({ snippet }));
    expect(found).toEqual([expect.stringMatching(told)]);
  });

  it('tells a placeholder of snippet.py that is none at its place', () => {
    expect(places({ ...varied, snippet: 'A = [{{xs}}]\nB = A\nB[0] = {{m}}\n' })).toEqual([
      'snippet.py:3:8: error: There is no parameter "m".',
    ]);
    expect(places({ ...varied, snippet: 'A = [{{xs}}]\nB = A\nB[0] = {{n /}}\n' })).toEqual([
      'snippet.py:3:8: error: {{n /}} is no placeholder.',
    ]);
  });

  it('finds an error in the line of a filled program', () => {
    expect(places({ ...varied, snippet: 'A = [{{xs}}]\nB = A\nB[0] = {{n}} + C\n' })).toEqual([
      expect.stringMatching(/^snippet\.py:3:1: error: .*NameError/),
    ]);
  });
});
