/** Recorded programs with a piece cut, put in, doubled or moved, by character, by token and by line. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { programs } from '../../conformance/programs';
import { endsAsRunsEnd } from './measure';

const SOURCES = [...programs('corpus'), ...programs('snippets')].map(({ src }) => src);

/** Names, numbers, white space, and single characters: what a token is made of, near enough. */
const TOKEN = /\w+|[ \t]+|[^\w]/gu;

const pieces = {
  character: (source: string): string[] => [...source],
  token: (source: string): string[] => source.match(TOKEN) ?? [],
  line: (source: string): string[] => source.split(/(?<=\n)/),
};

const mutation = fc.record({
  program: fc.nat(SOURCES.length - 1),
  other: fc.nat(SOURCES.length - 1),
  unit: fc.constantFrom<keyof typeof pieces>('character', 'token', 'line'),
  at: fc.nat(400),
  from: fc.nat(400),
  length: fc.integer({ min: 1, max: 8 }),
  text: fc.string({ maxLength: 12 }),
  how: fc.constantFrom('cut', 'insert', 'splice', 'double'),
});

describe('mutated programs', () => {
  it('end as runs end', () => {
    // A failure prints its seed and the smallest mutation: pin the program (pinned/programs.json).
    fc.assert(
      fc.property(mutation, ({ program, other, unit, at, from, length, text, how }) => {
        const all = pieces[unit](SOURCES[program] as string);
        const place = at % (all.length + 1);
        const put = {
          cut: [],
          insert: [text],
          splice: pieces[unit](SOURCES[other] as string).slice(from, from + length),
          double: [...all.slice(place, place + length), ...all.slice(place, place + length)],
        }[how];
        const kept = how === 'cut' || how === 'double' ? place + length : place;
        endsAsRunsEnd([...all.slice(0, place), ...put, ...all.slice(kept)].join(''));
      }),
      { numRuns: 2000 },
    );
  });
});
