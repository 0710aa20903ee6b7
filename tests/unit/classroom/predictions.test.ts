import { describe, expect, it } from 'vitest';
import { ideasToLetGo, lastWrongByConcept, progressByConcept } from '@/lib/classroom/predictions/rules';
import type { Prediction } from '@/lib/classroom/predictions/schema';

/** Answers as they are listed: the newest first. The first one given here is the oldest. */
const answers = (...given: readonly Partial<Prediction>[]): Prediction[] =>
  given
    .map((one, index) => ({
      at: new Date(Date.UTC(2026, 2, index + 1)),
      concepts: ['views'],
      right: true,
      named: [],
      tells: null,
      ...one,
    }))
    .reverse();

describe('progress by concept', () => {
  it('the newest answer is the last dot, and only fourteen are shown and counted', () => {
    const [views] = progressByConcept(
      answers({ right: false }, { right: false }, ...Array.from({ length: 13 }, () => ({})), {
        right: false,
      }),
    );
    expect(views?.newest).toEqual([...Array.from({ length: 13 }, () => true), false]);
    expect(views?.right).toBe(13);
  });

  it('an answer counts for each of its concepts', () => {
    expect(progressByConcept(answers({ concepts: ['views', 'del'], right: false }))).toEqual([
      { concept: 'del', newest: [false], right: 0 },
      { concept: 'views', newest: [false], right: 0 },
    ]);
  });
});

it('the last wrong answer of a concept is what counts, and only concepts that can be practised', () => {
  const given = answers({ right: false }, { right: false, concepts: ['views', 'closures'] }, {});
  expect([...lastWrongByConcept(given)]).toEqual([['views', new Date(Date.UTC(2026, 2, 2))]]);
});

describe('ideas to let go of', () => {
  const wrong: Partial<Prediction> = { right: false, named: ['SliceCopiesArray'] };

  it('an idea stands there with the answers that fit it, until three right ones in a row', () => {
    expect(ideasToLetGo(answers(wrong, wrong, {}))).toMatchObject([
      { id: 'SliceCopiesArray', fits: 2, rightSince: 1, lastSeen: new Date(Date.UTC(2026, 2, 2)) },
    ]);
    expect(ideasToLetGo(answers(wrong, {}, {}))).toMatchObject([{ rightSince: 2 }]);
    expect(ideasToLetGo(answers(wrong, {}, {}, {}))).toEqual([]);
  });

  it('a wrong answer begins the row again, whatever idea it fits', () => {
    expect(ideasToLetGo(answers(wrong, {}, {}, { right: false }, {}))).toMatchObject([{ rightSince: 1 }]);
  });

  it('answers that would not have shown the idea count neither way', () => {
    const aside: Partial<Prediction>[] = [
      { concepts: ['cycles'], right: false },
      { concepts: ['cycles'] },
      { tells: ['ReshapeCopies'] },
    ];
    expect(ideasToLetGo(answers(wrong, {}, ...aside))).toMatchObject([{ rightSince: 1 }]);
  });

  it('what an exercise says that it tells apart counts, not its concepts', () => {
    const told: Partial<Prediction> = { concepts: ['cycles'], tells: ['SliceCopiesArray'] };
    expect(ideasToLetGo(answers(wrong, told, told))).toMatchObject([{ rightSince: 2 }]);
  });
});
