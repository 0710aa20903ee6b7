import { describe, expect, it } from 'vitest';
import { safePath } from '@/lib/auth/options';
import { hasRight, rights } from '@/lib/auth/policy';

describe('rights', () => {
  it.each([
    ['owner', [true, true, true]],
    ['teacher', [true, true, false]],
    ['assistant', [true, true, false]],
    ['student', [true, false, false]],
    ['admin', [false, false, false]],
    ['', [false, false, false]],
    ['__proto__', [false, false, false]],
    ['constructor', [false, false, false]],
  ])('of %s', (role, expected) => {
    expect(rights.map((right) => hasRight(role, right))).toEqual(expected);
  });
});

describe('where somebody is sent after signing in', () => {
  it.each([
    ['/lessons/x?step=3#top', '/lessons/x?step=3#top'],
    ['http://localhost:3000/quiz', '/quiz'],
    ['http://evil.example/quiz', '/'],
    ['//evil.example', '/'],
    ['https://localhost:3000/', '/'],
    ['javascript:alert(1)', '/'],
    ['http://localhost:3000//evil.example', '/evil.example'],
    ['\\\\evil.example', '/'],
    ['http://', '/'],
  ])('%s → %s', (url, path) => {
    expect(safePath(url, 'http://localhost:3000')).toBe(path);
  });
});
