import { describe, expect, it } from 'vitest';
import type { DraftText } from '@/lib/classroom/authoring/core/draft';
import { previewDraft } from '@/lib/classroom/authoring/core/preview';
import { run, table, varied } from './drafts';

const withParameters = (lines: string): DraftText => ({
  ...varied,
  yaml: varied.yaml.replace('  n: { whole: [10, 99] }', `  n: { whole: [10, 99] }\n${lines}`),
});
const growing = Array.from({ length: 40 }, (_, n) => {
  const four = `"${`{{z${n + 1}}}`.repeat(4)}"`;
  return `  z${n}: { oneOf: [${four}, ${four}] }`;
}).join('\n');
const behind = (text: string): DraftText => ({ ...varied, snippet: `${varied.snippet}# ${text}\n` });

describe('a draft that means harm', () => {
  it.each([
    ['a range without end', withParameters('  m: { whole: [0, 9007199254740991] }'), /10000 whole numbers/],
    [
      'a row out of a wide range',
      withParameters('  ys: { wholes: [1, 2000000000], length: 2 }'),
      /10000 whole/,
    ],
    ['a long row', withParameters('  ys: { wholes: [1, 9], length: [1, 9007] }'), /must be 40 at most/],
    [
      'texts that fill each other',
      withParameters(`${growing}\n  z40: { oneOf: [aaaa, bbbb] }`),
      /more than 100000/,
    ],
    ['placeholders within brackets', behind(`{{${'('.repeat(9000)}n}}`), /300 characters at most/],
    ['a list in itself', table({ yaml: (text) => `${text}hints: &h [*h]\n` }), /nested too deeply/],
    ['lists in lists', table({ yaml: (text) => `${text}hints: ${'['.repeat(9000)}` }), /nested too deeply/],
    [
      'aliases of aliases',
      table({
        yaml: (text) =>
          `${text}a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n`,
      }),
      /alias/,
    ],
    [
      'keys of objects',
      table({ yaml: (text) => `${text}__proto__: { x: 1 }\nconstructor: 3\n` }),
      /constructor/,
    ],
    [
      'a program that never ends',
      table({ snippet: 'A = []\nB = A\nwhile True:\n    A.append(B)\n' }),
      /run to its end/,
    ],
  ])('is refused with a sentence: %s', (_, draft, sentence) => {
    const { problems, question } = previewDraft(draft, 1, run, run);
    expect(question).toBeNull();
    expect(problems.map(({ message }) => message).join('\n')).toMatch(sentence);
  });
});
