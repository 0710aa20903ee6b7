import { afterAll, expect, it } from 'vitest';
import { previewDraft } from '@/lib/classroom/authoring/core/preview';
import { closeAuthoring, runAuthoring } from '@/lib/classroom/authoring/runner';
import { exerciseId, run, table } from './drafts';

afterAll(closeAuthoring);

it('computes on a thread what the pure core computes', async () => {
  const [preview, misconceptions, question] = await Promise.all([
    runAuthoring('preview', { draft: table(), seed: 3 }),
    runAuthoring('misconceptions', { draft: table(), seed: 3 }),
    runAuthoring('tableQuestion', { snippet: table().snippet, id: exerciseId }),
  ]);
  expect(preview).toEqual(previewDraft(table(), 3, run, run));
  expect(misconceptions?.shown.map(({ id }) => id)).toContain('AssignmentCopiesObject');
  expect(question.status).toBe('made');
}, 60_000);
