import { z } from 'zod';
import type { Role } from '@/lib/auth/policy';
import { lineOfText } from '@/lib/common/text';

const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'This is no time zone, such as Europe/Berlin.' });

const details = { title: lineOfText(120), timeZone };

export const makeCourseSchema = z.strictObject(details);
export type MakeCourseInput = z.infer<typeof makeCourseSchema>;

export const changeCourseSchema = z.strictObject({ courseId: z.uuid(), ...details });
export type ChangeCourseInput = z.infer<typeof changeCourseSchema>;

export const archiveCourseSchema = z.strictObject({ courseId: z.uuid(), archived: z.boolean() });
export type ArchiveCourseInput = z.infer<typeof archiveCourseSchema>;

export const sectionTitle = lineOfText(80);

export const makeSectionSchema = z.strictObject({ courseId: z.uuid(), title: sectionTitle });
export type MakeSectionInput = z.infer<typeof makeSectionSchema>;

export const renameSectionSchema = z.strictObject({
  courseId: z.uuid(),
  sectionId: z.uuid(),
  title: sectionTitle,
});
export type RenameSectionInput = z.infer<typeof renameSectionSchema>;

export const removeSectionSchema = z.strictObject({ courseId: z.uuid(), sectionId: z.uuid() });
export type RemoveSectionInput = z.infer<typeof removeSectionSchema>;

export interface SectionOfCourse {
  readonly sectionId: string;
  readonly title: string;
  /** Students in it, with the places that are kept for some. */
  readonly people: number;
}

/** What the settings of a course show. */
export interface CourseSettings {
  readonly courseId: string;
  readonly title: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  readonly archivedAt: Date | null;
  readonly sections: readonly SectionOfCourse[];
}

/** A course that one is in. */
export interface OwnCourse {
  readonly courseId: string;
  readonly title: string;
  readonly role: Role;
  readonly section: string | null;
  readonly isDemo: boolean;
  readonly archived: boolean;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
