/** Texts of values against what CPython 3.11 prints. */
import { describe, expect, it } from 'vitest';
import { bytesText, complexText, floatText, stringText } from '@/lib/simulator/trace/literals';

describe('repr of a float', () => {
  it.each([
    [0.1, '0.1'],
    [1, '1.0'],
    [-0, '-0.0'],
    [1e16, '1e+16'],
    [1e15, '1000000000000000.0'],
    [123456789012345680, '1.2345678901234568e+17'],
    [1e-4, '0.0001'],
    [1e-5, '1e-05'],
    [0.00012, '0.00012'],
    [1.5e300, '1.5e+300'],
    [Number.POSITIVE_INFINITY, 'inf'],
    [Number.NaN, 'nan'],
    [-2.5, '-2.5'],
    [100, '100.0'],
    [1e22, '1e+22'],
    [5e-324, '5e-324'],
    [12345.678, '12345.678'],
  ])('%s', (x, text) => {
    expect(floatText(x)).toBe(text);
  });
});

describe('repr of a complex', () => {
  it.each([
    [0, 1, '1j'],
    [1, 2, '(1+2j)'],
    [-0, 1, '(-0+1j)'],
    [1.5, -2, '(1.5-2j)'],
    [0, -0, '-0j'],
    [Number.NaN, 1, '(nan+1j)'],
    [1e20, 1e-7, '(1e+20+1e-07j)'],
  ])('%s and %s', (re, im, text) => {
    expect(complexText(re, im)).toBe(text);
  });
});

describe('repr of a str', () => {
  it.each([
    ['a', "'a'"],
    ["it's", '"it\'s"'],
    ['"q"', '\'"q"\''],
    ['it\'s "q"', "'it\\'s \"q\"'"],
    ['\n\t\\', "'\\n\\t\\\\'"],
    ['é', "'é'"],
    ['\0', "'\\x00'"],
    ['\u200b', "'\\u200b'"],
    ['😀', "'😀'"],
  ])('%j', (s, text) => {
    expect(stringText(s)).toBe(text);
  });
});

describe('repr of bytes', () => {
  it.each([
    [[97], "b'a'"],
    [[105, 116, 39, 115], 'b"it\'s"'],
    [[0, 255, 10], "b'\\x00\\xff\\n'"],
    [[39, 34], "b'\\'\"'"],
  ])('%j', (bytes, text) => {
    expect(bytesText(Uint8Array.from(bytes))).toBe(text);
  });
});
