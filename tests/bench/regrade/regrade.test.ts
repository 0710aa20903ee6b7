/** `npm run bench:regrade`: how long a dry run and an apply take; docs/grading.md has the figures. */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { applyRegrade } from '@/lib/classroom/regrade/commands';
import { previewRegrade } from '@/lib/classroom/regrade/queries';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { makeClass } from '@/tests/integration/classroom/class';
import { Corrections } from '@/tests/integration/classroom/corrections';
import { makeAnswers } from '@/tests/integration/classroom/many-answers';

connectFreshDatabase();
afterAll(closeRunner);

const count = 3000;

/** The corrections change the reasons of every answer: all marks are written anew, all wrong answers diagnosed. */
const cases = [
  {
    slug: 'reference-counts/two-names-one-array',
    belief: 'AssignmentCopiesObject',
    change: ['label: garbage collected', 'label: is it freed'],
  },
  {
    slug: 'containers-and-nesting/append-or-extend',
    belief: 'CountsNamesOnly',
    change: ['label: list of step 3 freed', 'label: is the list of step 3 freed'],
  },
] as const;

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; words: string }> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const heap = `${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MiB`;
  const words = `${seconds(performance.now() - started)}, of the processor ${seconds((user + system) / 1000)}, heap ${heap}`;
  return { result, words };
}

it.each(cases)(`${count} answers to $slug`, async ({ slug, belief, change }) => {
  const content = await Corrections.of([slug]);
  const { courseId, teacher } = await makeClass(slug);
  await makeAnswers(courseId, slug, belief, count);
  await content.correct(`${slug}/exercise.yaml`, [...change]);
  await content.remove();
  const { id, currentId } = await db().exercise.findUniqueOrThrow({ where: { slug } });
  const input = { courseId, exerciseId: id, revisionId: currentId ?? '' };
  const dry = await timed(() => previewRegrade(teacher, input));
  const { digest } = dry.result;
  const applied = await timed(() =>
    applyRegrade(teacher, { ...input, regradeId: randomUUID(), digest, reason: 'measured' }),
  );
  expect(applied.result).toMatchObject({ answers: count, changed: count });
  console.log(`${slug}: dry run ${dry.words}; applied ${applied.words}`);
});
