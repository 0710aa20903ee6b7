import { z } from 'zod';
import type { ExcuseView } from '../assignments/excuses';
import type { Lateness } from '../assignments/late';
import type { Counting } from '../assignments/terms';
import type { BookEvent } from './history';
import type { Mark, Total } from './rules';

export const views = ['assignments', 'exercises'] as const;
export type BookView = (typeof views)[number];

/** What a student must have in some assignment to be listed. */
export const filters = ['missing', 'late', 'overridden', 'excused'] as const;
export type BookFilter = (typeof filters)[number];

/** What the address of the gradebook says. What cannot be read is left out, as if it were not there. */
export const bookQuerySchema = z.object({
  view: z.enum(views).catch('assignments'),
  /** name, section, total, or the key of a column. */
  sort: z.string().max(80).catch('name'),
  order: z.enum(['up', 'down']).catch('up'),
  /** A part of the name or of the address. */
  name: z.string().trim().max(100).catch(''),
  section: z
    .union([z.uuid(), z.literal('none')])
    .nullable()
    .catch(null),
  state: z.enum(filters).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type BookQuery = z.infer<typeof bookQuerySchema>;

/** A column: an assignment, or one exercise of it. */
export interface BookColumn {
  /** As `sort` names it. */
  readonly key: string;
  readonly assignmentId: string;
  readonly exerciseId: string | null;
  readonly title: string;
  readonly possible: number;
}

/** Columns of one assignment under one heading; of the view of assignments there is one without. */
export interface BookGroup {
  readonly key: string;
  readonly title: string;
  readonly columns: number;
}

export interface BookRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly section: string | null;
  readonly total: Total | null;
  /** In the order of the columns. */
  readonly marks: readonly Mark[];
}

export interface BookPage {
  readonly course: { readonly title: string; readonly timeZone: string };
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly query: BookQuery;
  readonly columns: readonly BookColumn[];
  readonly groups: readonly BookGroup[];
  readonly rows: readonly BookRow[];
  /** Students who are listed, on all pages, and the number of pages. */
  readonly listed: number;
  readonly pages: number;
  /** Students on the pages before. */
  readonly before: number;
  /** Students of the course. */
  readonly students: number;
}

export const formats = ['canvas', 'moodle', 'long'] as const;
export type BookFormat = (typeof formats)[number];

export const exportInputSchema = z.strictObject({ courseId: z.uuid(), format: z.enum(formats) });
export type ExportInput = z.infer<typeof exportInputSchema>;

/** A submitted attempt with its answers, as a teacher looks at how a mark came about. */
export interface BookAttemptView {
  readonly attemptId: string;
  readonly number: number;
  readonly submittedAt: Date;
  readonly late: Lateness | null;
  /** Whether the mark is made of it. */
  readonly counts: boolean;
  readonly answers: readonly BookAnswerView[];
}

export interface BookAnswerView {
  readonly answerId: string;
  readonly label: string;
  readonly title: string;
  /** As it was graded last. */
  readonly marks: number;
  readonly possible: number;
  /** Points that a teacher gave, which count instead. */
  readonly override: number | null;
  /** The number of the last row of overrides; 0 where there is none. */
  readonly seenOverride: number;
}

/** How the mark of one student for one assignment came about. */
export interface MarkHistory {
  readonly student: {
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly section: string | null;
  };
  readonly assignment: { readonly assignmentId: string; readonly title: string };
  readonly timeZone: string;
  readonly counting: Counting;
  readonly mark: Mark;
  readonly items: readonly {
    readonly exerciseId: string;
    readonly title: string;
    readonly mark: Mark;
    readonly excuse: ExcuseView | null;
  }[];
  /** Of the whole assignment. */
  readonly excuse: ExcuseView | null;
  readonly seenExcuse: number;
  readonly attempts: readonly BookAttemptView[];
  readonly events: readonly BookEvent[];
}
