import { z } from 'zod';
import { storedCode } from './code-text';

export const makeInvitationSchema = z.strictObject({
  courseId: z.uuid(),
  sectionId: z.uuid().nullable(),
  /** Days until it takes nobody any more; null: until it is revoked. */
  days: z
    .int({ error: 'Write a whole number of days, from 1 to 365.' })
    .min(1, { error: 'Write a whole number of days, from 1 to 365.' })
    .max(365, { error: 'Write a whole number of days, from 1 to 365.' })
    .nullable(),
  usesAllowed: z
    .int({ error: 'Write a whole number of people, from 1 to 10000.' })
    .min(1, { error: 'Write a whole number of people, from 1 to 10000.' })
    .max(10_000, { error: 'Write a whole number of people, from 1 to 10000.' })
    .nullable(),
});
export type MakeInvitationInput = z.infer<typeof makeInvitationSchema>;

export const revokeInvitationSchema = z.strictObject({ courseId: z.uuid(), invitationId: z.uuid() });
export type RevokeInvitationInput = z.infer<typeof revokeInvitationSchema>;

export const joinSchema = z.strictObject({
  code: z
    .string()
    .max(60)
    .transform(storedCode)
    .pipe(z.string().min(1, { error: 'Enter the code.' })),
});
export type JoinInput = z.infer<typeof joinSchema>;

export const takeSeatSchema = z.strictObject({ seatId: z.uuid() });
export type TakeSeatInput = z.infer<typeof takeSeatSchema>;

/** Why an invitation takes nobody any more. */
export type InvitationEnd = 'revoked' | 'expired' | 'used-up';

export interface InvitationView {
  readonly invitationId: string;
  readonly code: string;
  readonly section: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly usesAllowed: number | null;
  readonly uses: number;
  readonly end: InvitationEnd | null;
}

/** What a code leads to, told before anybody joins. */
export interface InvitedTo {
  readonly title: string;
  readonly section: string | null;
  /** For whom a place is kept, where it is one person's. */
  readonly seatOf: string | null;
}

export interface Joined {
  readonly courseId: string;
  readonly title: string;
  /** Whether they were in the course before. */
  readonly already: boolean;
}

/** A place that is kept for the person who is signed in. */
export interface OwnSeat {
  readonly seatId: string;
  readonly title: string;
  readonly section: string | null;
}
