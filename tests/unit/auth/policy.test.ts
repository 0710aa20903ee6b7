import { describe, expect, it } from 'vitest';
import { safePath } from '@/lib/auth/options';
import { deeds, hasRight, managedRoles, may, mayManage, type Role, rights, roles } from '@/lib/auth/policy';

const strangers = ['admin', '', '__proto__', 'constructor', 'Owner'];
const ofStrangers = <T>(expected: T) => strangers.map((role): [string, T] => [role, expected]);

describe('rights', () => {
  it.each<[string, boolean[]]>([
    ['owner', [true, true, true]],
    ['teacher', [true, true, false]],
    ['assistant', [true, true, false]],
    ['student', [true, false, false]],
    ...ofStrangers([false, false, false]),
  ])('of %s', (role, expected) => {
    expect(rights.map((right) => hasRight(role, right))).toEqual(expected);
  });
});

describe('what a role may do', () => {
  it.each([
    // owner, teacher, assistant, student
    ['see-class', [true, true, true, false]],
    ['set-work', [true, true, false, false]],
    ['change-marks', [true, true, false, false]],
    ['change-content', [true, true, false, false]],
    ['manage-students', [true, true, false, false]],
    ['change-course', [true, true, false, false]],
    ['manage-staff', [true, false, false, false]],
    ['archive-course', [true, false, false, false]],
  ] as const)('%s', (deed, expected) => {
    expect(roles.map((role) => may(role, deed))).toEqual(expected);
  });

  it('is told for every deed, and nothing for a role that is not known', () => {
    expect(deeds).toHaveLength(8);
    expect(strangers.flatMap((role) => deeds.filter((deed) => may(role, deed)))).toEqual([]);
  });

  it('never needs a right that it lacks: every deed is done with the right of a teacher', () => {
    for (const role of roles)
      for (const deed of deeds) if (may(role, deed)) expect(hasRight(role, 'teacher')).toBe(true);
  });
});

describe('whom a role manages', () => {
  it.each<[string, string[]]>([
    ['owner', ['owner', 'teacher', 'assistant', 'student']],
    ['teacher', ['assistant', 'student']],
    ['assistant', []],
    ['student', []],
    ...ofStrangers<string[]>([]),
  ])('%s', (actor, expected) => {
    expect(managedRoles(actor)).toEqual(expected);
    for (const from of roles)
      for (const to of roles)
        expect(mayManage(actor, from, to), `${actor}: ${from} to ${to}`).toBe(
          expected.includes(from) && expected.includes(to),
        );
  });

  it('is nobody above oneself: no role makes its own holder more', () => {
    const rank = (role: Role) => roles.length - roles.indexOf(role);
    for (const actor of roles)
      for (const to of roles)
        if (mayManage(actor, actor, to)) expect(rank(to)).toBeLessThanOrEqual(rank(actor));
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
