/** Recursion without end gives CPython's own error, at its line, with as many levels as CPython allows. */
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';
import recorded from './recursion.json' with { type: 'json' };

describe('recursion without end', () => {
  it.each(recorded)('$src', ({ src, type, line, msg }) => {
    const { ending } = simulate(src);
    expect(ending).toMatchObject({ type: 'raised', exception: type, message: msg, span: { line } });
  });
});
