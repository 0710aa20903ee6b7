import { expect, it } from 'vitest';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { makeVariant } from '@/lib/exercises/variant';
import { gradeAnswer } from '@/lib/grading/grade';
import { simulate } from '@/lib/simulator';

it('takes no heavy step from a student’s own state: a value cannot make marking slow', () => {
  const content = exerciseContentSchema.parse({
    snippet: 'n = 3\nx = [0] * n\n',
    exercise: {
      id: '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2f01',
      title: 'T',
      kind: 'trace-table',
      concepts: ['lists'],
      difficulty: 1,
      prompt: 'P',
      explanation: 'E',
      columns: [{ value: 'n' }, { value: 'x' }],
    },
  });
  const made = makeVariant(content, 1, (source) => simulate(source));
  if (made.status === 'refused') throw new Error('no key');
  const grade = (n: string, x: string) =>
    gradeAnswer(
      made.exercise,
      made.key,
      { kind: 'trace-table', cells: { '1.n': n, '1.x': '-', '2.x': x } },
      1,
    );
  const state = (marks: ReturnType<typeof grade>) => marks.cells.find((cell) => cell.cell === '2.x')?.state;
  expect(state(grade('2', '[0, 0]'))).toBe('consistent');
  const start = performance.now();
  expect(state(grade('999999999999', '[0, 0]'))).toBe('wrong');
  expect(performance.now() - start).toBeLessThan(500);
});
