import { describe, expect, it } from 'vitest';
import { choice } from '@/lib/exercises/kinds/choice';
import type { ChoiceKey } from '@/lib/exercises/kinds/choice/key';
import { gradeChoice } from '@/lib/grading/kinds/choice/grade';
import { scaleTo } from '@/lib/grading/marks';

const key = (right: readonly string[], several: boolean): ChoiceKey => ({
  kind: 'choice',
  several,
  options: ['a', 'b', 'c', 'd'].map((id, index) => ({
    place: index + 1,
    believes: null,
    id,
    text: `option ${id}`,
    code: false,
    right: right.includes(id),
  })),
  reason: 'because',
  step: 3,
});
const mark = (one: ChoiceKey, chosen: string[]) =>
  scaleTo(2, gradeChoice(one, choice.parse(one, { kind: 'choice', chosen }, null)));

describe('one right option', () => {
  const one = key(['b'], false);
  it.each([
    [['b'], 'correct', 2],
    [['a'], 'wrong', 0],
    [[], 'blank', 0],
    [['a', 'b'], 'unreadable', 0],
    [['z'], 'unreadable', 0],
    [['b', 'b'], 'correct', 2],
  ])('%j is %s', (chosen, state, points) => {
    expect(mark(one, chosen)).toMatchObject({ points, possible: 2, cells: [{ state, points }] });
  });
  it('names the right option, the reason and the step', () => {
    expect(mark(one, ['a']).cells[0]).toMatchObject({
      given: 'option a',
      expected: 'option b',
      reason: 'because',
      step: 3,
    });
  });
});

describe('several right options', () => {
  const two = key(['a', 'c'], true);
  it.each([
    [['a', 'c'], 'correct', 2],
    [['c', 'a'], 'correct', 2],
    [['a'], 'wrong', 1],
    [['a', 'b'], 'wrong', 0],
    [['a', 'b', 'c'], 'wrong', 1],
    [['a', 'b', 'c', 'd'], 'wrong', 0],
    [['b', 'd'], 'wrong', 0],
  ])('%j earns %s, %d points', (chosen, state, points) => {
    expect(mark(two, chosen)).toMatchObject({ points, cells: [{ state }] });
  });
});

it('brings weights to the points of the exercise, and rounds the total once', () => {
  const cell = {
    cell: 'x',
    label: 'x',
    state: 'correct' as const,
    given: '',
    expected: '',
    reason: '',
    step: null,
  };
  const thirds = [1, 1, 1].map((possible, index) => ({ ...cell, possible, points: index === 0 ? 0 : 1 }));
  expect(scaleTo(1, thirds)).toMatchObject({ points: 0.67, possible: 1 });
  expect(
    scaleTo(
      1,
      thirds.map((one) => ({ ...one, points: 1 })),
    ).points,
  ).toBe(1);
  expect(scaleTo(5, [])).toMatchObject({ points: 0, possible: 5 });
});
