import { describe, expect, it } from 'vitest';
import { copyOf } from '@/lib/classroom/authoring/core/copy';
import { describeDraft } from '@/lib/classroom/authoring/core/describe';
import { replacesDraft } from '@/lib/classroom/authoring/import/rules';
import { unstorableIn } from '@/lib/common/text';

const id = '5f0e7a52-6f0e-4d5e-9a3f-0d9f5b1c2a3d';
const titleOf = (yaml: string) => describeDraft(copyOf({ yaml, snippet: 'a = 1\n' }, id)).title;

describe('the title of a copy', () => {
  it('is that of the original, marked; also where it stands elsewhere in the file', () => {
    expect(titleOf('title: One\n')).toBe('One (copy)');
    expect(titleOf('prompt: &words What is a?\ntitle: *words\n')).toBe('What is a? (copy)');
  });

  it('is shortened without cutting a character in half', () => {
    const title = titleOf(`title: "${'x'.repeat(192)}🐍 and more"\n`);
    expect(title).toBe(`${'x'.repeat(192)} (copy)`);
    expect(unstorableIn(title)).toBeNull();
  });
});

describe('a draft that an import would replace', () => {
  const stored = (published: string | null, drafted: string | null | undefined) => ({
    own: true,
    hash: published,
    retired: false,
    draft: drafted === undefined ? null : { version: 3, hash: drafted },
  });
  it.each([
    ['there is none', stored('a', undefined), false],
    ['it says what is published', stored('a', 'a'), false],
    ['it says what is imported', stored('a', 'x'), false],
    ['it says something else', stored('a', 'b'), true],
    ['it has an error, and something is published', stored('a', null), true],
    ['it has an error, and nothing was ever published', stored(null, null), true],
  ])('is told of: %s', (_, found, replaced) => {
    expect(replacesDraft('x', found)).toBe(replaced);
  });
});
