import { expect, it } from 'vitest';
import { secondsOfQuestions, secondsWorked } from '@/lib/classroom/attempts/time-worked';

const at = (seconds: number) => new Date(Date.UTC(2026, 9, 1) + seconds * 1000);
const times = (positions: number[], drafts: [number, number, number][], arrived: number) =>
  Object.fromEntries(
    secondsOfQuestions(
      positions,
      drafts.map(([position, seconds, saved]) => ({ position, seconds, savedAt: at(saved) })),
      { openedAt: at(0), arrivedAt: at(arrived) },
    ),
  );

it('counts a long gap as a pause, and no time backwards', () => {
  expect(secondsWorked(at(0), at(42))).toBe(42);
  expect(secondsWorked(at(0), at(3600))).toBe(300);
  expect(secondsWorked(at(5), at(0))).toBe(0);
});

it('gives what came after the last save to the question that was saved last', () => {
  expect(
    times(
      [1, 2, 3],
      [
        [2, 50, 90],
        [1, 40, 40],
      ],
      100,
    ),
  ).toEqual({ 1: 40, 2: 60 });
});

it('knows the time of the one question of a quiz, and of none of several, where nothing was saved', () => {
  expect(times([1], [], 75)).toEqual({ 1: 75 });
  expect(times([1, 2], [], 75)).toEqual({});
});
