import { describe, expect, it } from 'vitest';
import { lineOfText, linesOfText, unstorableIn } from '@/lib/common/text';

describe('text that people type', () => {
  it.each([
    ['the character NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\ud800'],
    ['what turns the direction of text', 'marks \u202e001'],
    ['a line separator', 'a\u2028b'],
    ['a bell', 'a\u0007'],
  ])('holds no %s', (_, text) => {
    expect(lineOfText(20).safeParse(text).success).toBe(false);
    expect(linesOfText(20).safeParse(text).success).toBe(false);
  });

  it('has several lines where it may, and one where it may not', () => {
    expect(lineOfText(20).safeParse('a\nb').success).toBe(false);
    expect(linesOfText(20).parse(' a\r\n\tb ')).toBe('a\r\n\tb');
  });

  it('is told of in the words of its place', () => {
    const title = lineOfText(3, { empty: 'Give it a title.' });
    expect(title.safeParse(' ').error?.issues.map(({ message }) => message)).toEqual(['Give it a title.']);
    expect(title.safeParse('abcd').error?.issues[0]?.message).toBe('This is longer than 3 characters.');
  });
});

describe('what a database cannot keep', () => {
  it('is found at any depth, in names as well', () => {
    expect(unstorableIn({ a: ['fine', { b: 'x\0' }] })).toEqual(['a', '1', 'b']);
    expect(unstorableIn({ cells: { '\udc00': 'x' } })).toEqual(['cells']);
    expect(unstorableIn(['\u{1f600}', 1, null, undefined, true])).toBeNull();
  });
});
