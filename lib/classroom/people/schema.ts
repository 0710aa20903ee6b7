import { z } from 'zod';
import { type Role, roles } from '@/lib/auth/policy';

/** Where a person stands in a course: in it, gone by their own will, or removed by somebody. */
export const memberStates = ['in', 'left', 'removed'] as const;
export type MemberState = (typeof memberStates)[number];

/** What the list of people shows: of these, or the places kept for those who have not come in yet. */
export const shownStates = ['in', 'awaited', 'gone'] as const;

export const peopleOnPage = 50;

/** What is asked of the list of people; anything unreadable is as if it were not asked. */
export const peopleFilterSchema = z.object({
  search: z.string().trim().max(100).catch(''),
  /** A section's id, or "none". */
  section: z
    .union([z.uuid(), z.literal('none')])
    .nullable()
    .catch(null),
  role: z.enum(roles).nullable().catch(null),
  state: z.enum(shownStates).catch('in'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PeopleFilter = z.infer<typeof peopleFilterSchema>;

export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly studentNumber: string | null;
  readonly role: Role;
  readonly sectionId: string | null;
  readonly state: MemberState;
  /** When they left or were removed. */
  readonly endedAt: Date | null;
}

/** A place kept for somebody who has not come in yet. */
export interface AwaitedPerson {
  readonly seatId: string;
  readonly name: string;
  readonly email: string;
  readonly studentNumber: string | null;
  readonly sectionId: string | null;
  /** Null for who may not hand it out. */
  readonly code: string | null;
}

export interface PeoplePage {
  readonly people: readonly Person[];
  readonly awaited: readonly AwaitedPerson[];
  /** All that the filter finds, on every page. */
  readonly found: number;
  readonly pages: number;
  readonly page: number;
  /** Without any filter. */
  readonly counts: { readonly in: number; readonly awaited: number; readonly gone: number };
}

const one = { courseId: z.uuid(), userId: z.uuid() };

export const changeRoleSchema = z.strictObject({ ...one, role: z.enum(roles) });
export type ChangeRoleInput = z.infer<typeof changeRoleSchema>;

export const movePeopleSchema = z.strictObject({
  courseId: z.uuid(),
  userIds: z.array(z.uuid()).max(500),
  seatIds: z.array(z.uuid()).max(500),
  sectionId: z.uuid().nullable(),
});
export type MovePeopleInput = z.infer<typeof movePeopleSchema>;

export const removePersonSchema = z.strictObject(one);
export type RemovePersonInput = z.infer<typeof removePersonSchema>;

export const putBackSchema = z.strictObject(one);
export type PutBackInput = z.infer<typeof putBackSchema>;

export const transferCourseSchema = z.strictObject(one);
export type TransferCourseInput = z.infer<typeof transferCourseSchema>;

export const leaveCourseSchema = z.strictObject({ courseId: z.uuid() });
export type LeaveCourseInput = z.infer<typeof leaveCourseSchema>;

export const removeSeatSchema = z.strictObject({ courseId: z.uuid(), seatId: z.uuid() });
export type RemoveSeatInput = z.infer<typeof removeSeatSchema>;
