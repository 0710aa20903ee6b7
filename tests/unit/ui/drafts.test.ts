import { expect, test } from 'vitest';
import { queued } from '@/app/_components/answer/draft/draft-conflicts';
import type { Question } from '@/app/_components/answer/model';
import { differences } from '@/app/_components/answer/parts';

const choice: Question = {
  position: 2,
  label: 'b',
  points: 1,
  exercise: {
    kind: 'choice',
    title: 'Which',
    prompt: '',
    snippet: '',
    hints: [],
    several: false,
    options: [
      { id: 'a', text: 'first', code: false },
      { id: 'b', text: 'second', code: false },
    ],
  },
};

test('two drafts of a choice are told by the text of their options', () => {
  const here = { kind: 'choice', chosen: ['a'] } as const;
  const other = { kind: 'choice', chosen: ['b'] } as const;
  expect(differences(choice, { ...here, chosen: ['a'] }, { ...other, chosen: ['b'] })).toEqual([
    { label: '', here: 'first', other: 'second' },
  ]);
  expect(differences(choice, undefined, { ...other, chosen: ['b'] })).toEqual([
    { label: '', here: 'nothing', other: 'second' },
  ]);
  expect(differences(choice, undefined, { kind: 'choice', chosen: [] })).toEqual([]);
});

test('a second conflict waits behind the first; a later draft of the same question replaces its own', () => {
  const of = (position: number, chosen: string) => ({
    position,
    answer: { kind: 'choice' as const, chosen: [chosen] },
  });
  const two = queued(queued([], of(1, 'a')), of(2, 'a'));
  expect(two.map(({ position }) => position)).toEqual([1, 2]);
  expect(queued(two, of(1, 'b'))).toEqual([of(1, 'b'), of(2, 'a')]);
});
