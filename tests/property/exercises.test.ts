/** Whatever arrives as an answer is read and marked, or sent back: nothing throws, and nothing earns too much. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { answerSchema } from '@/lib/exercises/public';
import { examineAnswer, makeVariant, solutionOf } from '@/lib/exercises/variant';
import { gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import { simulate } from '@/lib/simulator';

const { exercises } = await loadContent('exercises');
const run = (source: string) => simulate(source, { limits: { steps: 200, instructions: 50_000 } });

/** Texts that people, and those who try the marking, write. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '1',
    '2',
    'yes',
    'no',
    '[1, 2, 3]',
    'never',
    'A',
    'none',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 60 }),
);

/** The right answer with some of its texts, at any depth, changed. */
function bent(value: unknown, pick: () => string | null): unknown {
  if (typeof value === 'string') return pick() ?? value;
  if (Array.isArray(value)) return value.map((one) => bent(one, pick));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'kind' || key === 'type' ? one : bent(one, pick),
    ]),
  );
}

describe.each(exercises.map((one) => [one.slug, one] as const))('%s', (_, one) => {
  it('marks any answer between nothing and everything', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.infiniteStream(fc.option(typed, { freq: 2 })), (seed, texts) => {
        const made = makeVariant({ exercise: one.read.value, snippet: one.snippet }, seed, run);
        if (made.status !== 'made') throw new Error(made.faults.map((fault) => fault.message).join(' '));
        const pick = () => texts.next().value ?? null;
        const answer = answerSchema.safeParse(bent(solutionOf(made.key), pick));
        if (!answer.success) return;
        const evidence = examineAnswer(made.key, answer.data, run);
        unreadableParts(made.key, answer.data, evidence);
        const { points, cells } = gradeAnswer(made.exercise, made.key, answer.data, 5, evidence);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(5);
        if (points === 5) expect(cells.every((cell) => cell.state === 'correct')).toBe(true);
        for (const cell of cells) expect(cell.points).toBeLessThanOrEqual(cell.possible);
      }),
      { numRuns: 60 },
    );
  });
});
