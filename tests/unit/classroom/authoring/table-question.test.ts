import { describe, expect, it } from 'vitest';
import { readDraft } from '@/lib/classroom/authoring/core/read-draft';
import { tableQuestionFrom } from '@/lib/classroom/authoring/table-question';
import { fillTemplate } from '@/lib/exercises/content/exercise-template';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { checkExercise } from '@/lib/grading/check-exercise';
import { exerciseId, run } from './drafts';

const made = (snippet: string) => {
  const question = tableQuestionFrom(snippet, exerciseId, run);
  if (question.status === 'refused') throw new Error(question.problems.map(({ message }) => message).join());
  const { content, problems } = readDraft({ yaml: question.yaml, snippet });
  expect(problems).toEqual([]);
  if (content === null) throw new Error('it cannot be read');
  return { yaml: question.yaml, content };
};
const columnsOf = (snippet: string) => made(snippet).content.exercise.columns;
const faultsOf = (snippet: string) => checkExercise(made(snippet).content, { run, seeds: [1] }).faults;

const refusal = (snippet: string) => {
  const question = tableQuestionFrom(snippet, exerciseId, run);
  return question.status === 'made'
    ? question.yaml
    : question.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
};

describe('a table question from a program', () => {
  it('asks the names that change, the count, the end and the aliases, with the first row given', () => {
    const { content } = made(
      'import numpy as np\nA = np.array([1, 2])\nn = 3\nB = A\nB[0] = 10\ndel A\ndel B\n',
    );
    expect(content.exercise).toMatchObject({
      id: exerciseId,
      title: 'A, n and B, step by step',
      kind: 'trace-table',
      columns: [
        { value: 'A' },
        { value: 'n' },
        { value: 'B' },
        { count: 'A', label: 'reference count' },
        { freed: 'A', label: 'freed' },
        expect.objectContaining({ label: expect.stringMatching(/^same object as [AB]$/) }),
      ],
      given: ['1.*'],
    });
    expect(content.exercise.concepts).toEqual(['reference-counts', 'aliasing', 'del']);
  });

  it('asks what is printed', () => {
    expect(columnsOf('x = [1]\nprint(x)\nx.append(2)\nprint(x)\n')).toContainEqual({
      output: true,
      label: 'printed',
    });
  });

  it('asks no function, class or module for its value, and no count that the code shares', () => {
    expect(columnsOf('import gc\ndef f(x):\n    x.append(1)\nt = (1, 2)\na = []\nf(a)\nu = t\n')).toEqual([
      { value: 't' },
      { value: 'a' },
      { value: 'u' },
      { count: 'a', label: 'reference count' },
      { same: 't', label: 'same object as t' },
    ]);
  });

  it('keeps columns apart whose names are those of other columns', () => {
    const { content } = made('count = [1]\nfreed = count\nfreed.append(2)\ndel count\ndel freed\n');
    expect(content.exercise.columns).toEqual(
      expect.arrayContaining([
        { value: 'count' },
        { value: 'freed' },
        expect.objectContaining({ count: 'count', id: 'count-2' }),
        expect.objectContaining({ freed: 'count', id: 'freed-2' }),
      ]),
    );
  });

  it('asks at most twelve rows of a long program', () => {
    const { content } = made('x = []\nfor i in range(30):\n    x.append(i)\n    y = x\n');
    expect(content.exercise.steps).toHaveLength(12);
    expect(content.exercise.given).toEqual(['1.*']);
  });

  it.each([
    ['values too long for a cell', 'x = list(range(100))\ny = 1\ny = 2\n'],
    ['a value that holds itself', 'x = [1]\nx.append(x)\ny = x\ndel x\n'],
    ['texts with quotes, braces and line ends', 's = "a\'b\\n{{c}}"\nt = [s]\nt.append("d: e # f")\n'],
    ['None and the like', 'x = None\nx = True\ny = x\nx = 1.5\n'],
    ['a print of several lines', 'x = [1]\nprint("a\\nb")\nx.append(2)\n'],
    ['names with other letters', 'é = [1]\nx = é\nx.append(2)\n'],
    ['one statement after another on a line', 'x = [1]; y = x; y.append(2)\n'],
    ['a cycle that the collector frees', 'import gc\na = []\na.append(a)\ndel a\ngc.collect()\n'],
  ])('takes %s', (_, snippet) => {
    expect(faultsOf(snippet)).toEqual([]);
  });

  it.each([
    ['no Python', 'x = = 1\n', /^snippet\.py:1:5: .*SyntaxError/],
    ['what raises', 'x = 1\ny = z\n', /^snippet\.py:2:5: .*NameError/],
    ['nothing', '', /^snippet\.py:1:1: /],
    ['imports alone', 'import gc\n', /^snippet\.py:1:1: The program has no step/],
    ['what changes nothing', 'x = 1\n', /^snippet\.py:1:1: No table can be made/],
    ['functions alone', 'def f():\n    return 1\n', /^snippet\.py:1:1: No table can be made/],
  ])('says of %s why there is none', (_, snippet, told) => {
    expect(refusal(snippet)).toEqual([expect.stringMatching(told)]);
  });

  it('makes a question that passes the check of every program of the catalogue, but one that binds functions alone', async () => {
    const { exercises, lessons } = await loadContent('exercises');
    const programs = [
      ...lessons.map(({ slug, snippet }) => ({ slug, snippet })),
      ...exercises.flatMap(({ slug, read, snippet }) => {
        const filled = fillTemplate({ exercise: read.value, snippet }, 3, 0);
        return 'exercise' in filled ? [{ slug, snippet: filled.snippet }] : [];
      }),
    ];
    const refused: string[] = [];
    for (const { slug, snippet } of programs) {
      if (tableQuestionFrom(snippet, exerciseId, run).status === 'refused') refused.push(slug);
      else expect({ slug, faults: faultsOf(snippet) }).toEqual({ slug, faults: [] });
    }
    expect(refused).toEqual(['functions-and-closures/what-a-closure-keeps']);
    expect(programs.length).toBeGreaterThan(100);
  }, 60_000);
});
