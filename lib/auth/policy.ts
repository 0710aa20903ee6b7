/** Who may do what in a course. Pure: the role is read from the database at each request and given in. */

export const roles = ['owner', 'teacher', 'assistant', 'student'] as const;
export type Role = (typeof roles)[number];

/**
 * What a page or an action needs: to work as a student does (everybody in the course may, to try the work
 * out), to see the class, or to change the course.
 */
export const rights = ['student', 'teacher', 'owner'] as const;
export type Right = (typeof rights)[number];

const granted: Readonly<Record<Role, readonly Right[]>> = {
  owner: ['student', 'teacher', 'owner'],
  teacher: ['student', 'teacher'],
  assistant: ['student', 'teacher'],
  student: ['student'],
};

/** Whether a role has a right. A role that is not known has none. */
export function hasRight(role: string, right: Right): boolean {
  return isRole(role) && granted[role].includes(right);
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
