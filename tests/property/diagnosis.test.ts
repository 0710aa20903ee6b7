/** The promise of the diagnosis on a few exercises; `npm run bench:diagnosis` measures it on all. */
import { expect, it } from 'vitest';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { measure, nothingMeasured, type Tally } from '../bench/diagnosis/measure';

const seed = 4_2026;
const slugs = [
  'copies/shallow-copy',
  'cycles-and-the-collector/who-is-freed-when',
  'in-place-or-new/table-of-lists',
  'reference-counts/two-names-one-array',
  'reshaping-and-strides/write-through-a-transpose',
  'weak-references-and-finalizers/what-is-printed',
];

it(`names who believes, rightly, and hardly ever who slips (seed ${seed})`, async () => {
  const { exercises } = await loadContent('exercises');
  const measured = nothingMeasured();
  for (const { slug, read, snippet } of exercises)
    if (slugs.includes(slug))
      measure(slug, { exercise: read.value, snippet }, { seed, variants: 3, students: 8 }, measured);
  const total: Tally = { students: 0, named: 0, right: 0 };
  for (const rows of measured.beliefs.values()) {
    const row = rows.get(0.05);
    total.students += row?.students ?? 0;
    total.named += row?.named ?? 0;
    total.right += row?.right ?? 0;
  }
  expect(measured.beliefs.size).toBeGreaterThanOrEqual(6);
  expect(total.named / total.students).toBeGreaterThanOrEqual(0.85);
  expect(total.right / total.named).toBeGreaterThanOrEqual(0.95);
  const slips = measured.slips.get('slips, 5 % of cells');
  expect((slips?.named ?? 1) / (slips?.students ?? 1)).toBeLessThanOrEqual(0.02);
});
