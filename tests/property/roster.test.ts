/** A roster that is written is read as what it was, whatever people and sections are called. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRoster } from '@/lib/classroom/roster/read-roster';
import { toCsv } from '@/lib/common/csv';

const line = (most: number) =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(...'=+-@\'",;|\\%_ äß中🐍\t'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: most,
    })
    .map((text) => text.normalize('NFC').trim())
    .filter(
      (text) =>
        text !== '' &&
        text.length <= most &&
        !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text),
    )
    // Written by nobody but the escape itself.
    .filter((text) => !/(^|;\s*)'\s*[=+\-@＝＋－＠]/.test(text));

const roster = fc.array(
  fc.record({ name: line(60), section: fc.option(line(40)), studentNumber: fc.option(line(30)) }),
  {
    minLength: 1,
    maxLength: 20,
  },
);

it('what is exported is imported as the same people, and no cell begins as a formula does', () => {
  fc.assert(
    fc.property(roster, (people) => {
      const csv = toCsv([
        ['name', 'email', 'section', 'student id'],
        ...people.map(({ name, section, studentNumber }, i) => [
          name,
          `p${i}@x.example`,
          section ?? '',
          studentNumber ?? '',
        ]),
      ]);
      const { rows, bad } = readRoster(csv);
      expect(bad).toEqual([]);
      expect(rows.map(({ name, section, studentNumber }) => ({ name, section, studentNumber }))).toEqual(
        people,
      );
      expect(rows.map(({ email }) => email)).toEqual(people.map((_, i) => `p${i}@x.example`));
      // As any other program reads it.
      for (const cell of (parse(csv, { bom: true }) as string[][]).flat())
        expect(cell).not.toMatch(/^[=+@\-＝＋－＠]/);
    }),
    { numRuns: 500 },
  );
});
