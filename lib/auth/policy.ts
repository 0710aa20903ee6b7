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

/** What is done in a course beyond seeing it; each command asks for one of these. */
export const deeds = [
  'see-class',
  'set-work',
  'change-marks',
  'change-content',
  'manage-students',
  'change-course',
  'manage-staff',
  'archive-course',
] as const;
export type Deed = (typeof deeds)[number];

const teaching: readonly Deed[] = [
  'see-class',
  'set-work',
  'change-marks',
  'change-content',
  'manage-students',
  'change-course',
];

const allowed: Readonly<Record<Role, readonly Deed[]>> = {
  owner: [...teaching, 'manage-staff', 'archive-course'],
  teacher: teaching,
  // Assistants see the class, and change nothing.
  assistant: ['see-class'],
  student: [],
};

/** Whether a role may do this. A role that is not known may do nothing. */
export function may(role: string, deed: Deed): boolean {
  return isRole(role) && allowed[role].includes(deed);
}

/** The roles that somebody of this role gives and takes: owners all, teachers those of students and assistants. */
export function managedRoles(role: string): readonly Role[] {
  if (may(role, 'manage-staff')) return roles;
  return may(role, 'manage-students') ? ['assistant', 'student'] : [];
}

/** Whether somebody may remove a person of a role, put them back, move them, or give them another role. */
export function mayManage(actor: string, person: Role, next: Role = person): boolean {
  const managed = managedRoles(actor);
  return managed.includes(person) && managed.includes(next);
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
