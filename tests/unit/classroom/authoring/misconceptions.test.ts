import { describe, expect, it } from 'vitest';
import { misconceptionsOf } from '@/lib/classroom/authoring/core/misconceptions';
import { run, table, varied } from './drafts';

describe('the misconceptions that a draft tells apart', () => {
  it('names those that answer otherwise than the truth, where and what they say', () => {
    const found = misconceptionsOf(table(), 1, run);
    const copies = found?.shown.find(({ id }) => id === 'AssignmentCopiesObject');
    // To somebody who believes that B = A copies, A is what it was.
    expect(copies).toMatchObject({
      shown: 1,
      of: 1,
      named: false,
      cells: [{ cell: '3.A', label: 'step 3, A', says: '[1, 2]', truth: '[10, 2]' }],
    });
    expect(found).toMatchObject({ of: 1, different: 1, counted: 1 });
    expect(found?.shown.map(({ id }) => id)).not.toContain('ReshapeCopies');
  });

  it('counts the variants, and tells what the file names in vain', () => {
    const found = misconceptionsOf(varied, 1, run);
    expect(found?.shown.find(({ id }) => id === 'AssignmentCopiesObject')).toMatchObject({
      shown: 10,
      of: 10,
      named: true,
      seed: 1,
    });
    expect(found?.untold).toEqual([expect.objectContaining({ id: 'ReshapeCopies' })]);
    expect(found?.different).toBeGreaterThan(50);
    expect(found?.counted).toBe(60);
  });

  it('says which ones the question cannot tell from each other', () => {
    // One cell is asked: who believes that the name was copied, and who believes that the list was, say the same.
    const shown = misconceptionsOf(table(), 1, run)?.shown ?? [];
    for (const { id, like } of shown) {
      for (const other of like) expect(shown.find((one) => one.id === other)?.like).toContain(id);
    }
  });

  it('says nothing of a draft with an error', () => {
    expect(misconceptionsOf(table({ snippet: 'A = [1]\nB = C\n' }), 1, run)).toBeNull();
    expect(misconceptionsOf(table({ yaml: () => 'kind: [' }), 1, run)).toBeNull();
  });
});
