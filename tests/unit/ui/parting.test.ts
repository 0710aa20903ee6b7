/** The two pictures of a misconception: where what was believed parts from what is. Expectations written by hand. */
import { describe, expect, it } from 'vitest';
import { partingOf } from '@/app/_components/answer/review/parting';
import type { Film } from '@/app/_components/stage/film/film';
import { simulate } from '@/lib/simulator';
import { type MisconceptionId, simulateBelieving } from '@/lib/simulator/misconceptions';

const alias = 'import numpy as np\nA = np.array([1, 2, 3])\nB = A\nB[0] = 10\ndel A\ndel B\n';

const partingIn = (source: string, believes: readonly MisconceptionId[]) =>
  partingOf(simulate(source), simulateBelieving(source, believes));

const counts = (film: Film, step: number) =>
  film.scenes[step]?.objects.map(({ status, count }) => (status === 'freed' ? 'freed' : count));

describe('the parting of a belief from Python', () => {
  it('is at the assignment, for who believes that it copies: two arrays there, one here', () => {
    const parting = partingIn(alias, ['AssignmentCopiesObject']);
    expect(parting?.step).toBe(2);
    expect(parting && counts(parting.believed, 2)).toEqual([1, 1]);
    expect(parting && counts(parting.python, 2)).toEqual([2]);
  });

  it('is at the del, for who believes that it destroys the object', () => {
    const parting = partingIn(alias, ['DelDestroysObject']);
    expect(parting?.step).toBe(4);
    expect(parting && counts(parting.believed, 4)).toEqual(['freed']);
    expect(parting && counts(parting.python, 4)).toEqual([1]);
  });

  it('is nowhere in a program in which the belief does not show', () => {
    expect(partingIn(alias, ['CopyIsDeep'])).toBeNull();
  });
});
