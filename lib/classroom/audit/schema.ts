import { z } from 'zod';

/** What was changed: the part of an action before its dot. */
export const auditKinds = [
  'marks',
  'exercise',
  'assignment',
  'quiz',
  'person',
  'roster',
  'seat',
  'invitation',
  'section',
  'course',
] as const;
export type AuditKind = (typeof auditKinds)[number];

const dateSchema = z.iso.date().nullable().catch(null);

/** The place after a row: its time, and its id for rows of the same millisecond. */
const cursorSchema = z
  .string()
  .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
  .transform((text) => {
    const [at = '', id = ''] = text.split('.');
    return { at: new Date(Number(at)), id };
  })
  .refine(({ at, id }) => !Number.isNaN(at.getTime()) && z.uuid().safeParse(id).success);

/** What the address of the audit says. What cannot be read is left out, as if it were not there. */
export const auditQuerySchema = z.object({
  kind: z.enum(auditKinds).nullable().catch(null),
  person: z.uuid().nullable().catch(null),
  /** Days of the course's time zone, both inclusive. */
  from: dateSchema,
  to: dateSchema,
  after: cursorSchema.nullable().catch(null),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export interface AuditView {
  readonly id: string;
  readonly action: string;
  readonly at: Date;
  /** Null: a command of the machine's administrator. */
  readonly by: string | null;
  /** What it was done to, by name; null where it has none, or none any more. */
  readonly subject: string | null;
  readonly reason: string | null;
  /** What changed, field by field. */
  readonly changes: readonly AuditChange[];
  /** All that was kept of it. */
  readonly detail: unknown;
}

export interface AuditChange {
  readonly field: string;
  /** Null: there was nothing, or it was not kept. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface AuditPage {
  readonly timeZone: string;
  readonly rows: readonly AuditView[];
  /** Who has changed something in this course. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Where the next page begins; null where this is the last. */
  readonly next: string | null;
}
