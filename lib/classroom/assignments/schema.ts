import { z } from 'zod';
import { reasonSchema } from '../marks/schema';
import { givenTitle, itemPoints } from '../quizzes/schema';
import type { Excuses } from './excuses';
import type { Lateness } from './late';
import type { Access } from './rules';
import type { Score } from './score';
import { countings, showings, type Terms } from './terms';

/** A local time as a browser's field writes it; the course's time zone says which instant it is. */
const localSchema = z.string().max(40);
const whole = (message: string, from: number, to: number) =>
  z.int({ error: message }).min(from, { error: message }).max(to, { error: message });

const itemInputSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('exercise'),
    exerciseId: z.uuid(),
    points: itemPoints,
  }),
  z.strictObject({ type: z.literal('lesson'), lessonId: z.uuid() }),
]);

const termsInputShape = {
  courseId: z.uuid(),
  title: givenTitle,
  opens: localSchema,
  due: localSchema.nullable(),
  closes: localSchema.nullable(),
  attempts: whole('Attempts are a whole number from 1 to 100.', 1, 100).nullable(),
  counting: z.enum(countings),
  latePercent: whole('A whole percentage from 0 to 100.', 0, 100),
  lateGraceMinutes: whole('Whole minutes, from 0 to 10080 (a week).', 0, 10_080),
  lateFloorPercent: whole('A whole percentage from 0 to 100.', 0, 100),
  feedback: z.enum(showings),
  solutions: z.enum(showings),
  variants: z.enum(['own', 'shared']),
  sectionIds: z.array(z.uuid()).max(200),
  items: z.array(itemInputSchema).max(100, { error: 'An assignment has 100 items at most.' }),
};

type Checked = Pick<
  z.infer<z.ZodObject<typeof termsInputShape>>,
  'items' | 'due' | 'feedback' | 'solutions' | 'sectionIds'
>;

/** What no single field can tell. */
function checkTogether(input: Checked, context: z.RefinementCtx): void {
  const complain = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message, input });
  const ids = input.items.map((item) => (item.type === 'exercise' ? item.exerciseId : item.lessonId));
  if (new Set(ids).size < ids.length) complain('items', 'Each exercise and each lesson stands in it once.');
  if (!input.items.some((item) => item.type === 'exercise')) complain('items', 'Add an exercise.');
  if (new Set(input.sectionIds).size < input.sectionIds.length)
    complain('sectionIds', 'A section is named once.');
  if (showings.indexOf(input.solutions) < showings.indexOf(input.feedback))
    complain('solutions', 'Solutions tell the marks: they cannot show before the marks do.');
  for (const field of ['feedback', 'solutions'] as const) {
    if (input[field] === 'afterDue' && input.due === null)
      complain(field, 'Nothing is due. Set a due date, or choose another time.');
  }
}

export const makeAssignmentSchema = z.strictObject(termsInputShape).superRefine(checkTogether);
export type MakeAssignmentInput = z.infer<typeof makeAssignmentSchema>;

export const changeAssignmentSchema = z
  .strictObject({
    ...termsInputShape,
    assignmentId: z.uuid(),
    /** The version that was changed: from an older one nothing is written. */
    version: z.int().min(1),
  })
  .superRefine(checkTogether);
export type ChangeAssignmentInput = z.infer<typeof changeAssignmentSchema>;

export const archiveAssignmentSchema = z.strictObject({
  courseId: z.uuid(),
  assignmentId: z.uuid(),
  archived: z.boolean(),
});
export type ArchiveAssignmentInput = z.infer<typeof archiveAssignmentSchema>;

export const extendSchema = z
  .strictObject({
    courseId: z.uuid(),
    assignmentId: z.uuid(),
    /** One of the two. */
    userId: z.uuid().nullable(),
    sectionId: z.uuid().nullable(),
    due: localSchema.nullable(),
    closes: localSchema.nullable(),
    moreAttempts: whole('A whole number from 0 to 100.', 0, 100),
    reason: reasonSchema,
  })
  .superRefine((input, context) => {
    if ((input.userId === null) === (input.sectionId === null))
      context.addIssue({ code: 'custom', path: ['for'], message: 'Choose a person or a section.', input });
    if (input.due === null && input.closes === null && input.moreAttempts === 0)
      context.addIssue({
        code: 'custom',
        path: ['due'],
        message: 'Give more time, or more attempts.',
        input,
      });
  });
export type ExtendInput = z.infer<typeof extendSchema>;

export const liftExtensionSchema = z.strictObject({
  courseId: z.uuid(),
  extensionId: z.uuid(),
  reason: reasonSchema,
});
export type LiftExtensionInput = z.infer<typeof liftExtensionSchema>;

export const excuseSchema = z.strictObject({
  courseId: z.uuid(),
  assignmentId: z.uuid(),
  userId: z.uuid(),
  /** Null: the whole assignment. */
  exerciseId: z.uuid().nullable(),
  /** False: it counts again. */
  excused: z.boolean(),
  reason: reasonSchema,
  /** The number of the row that was last seen for this person and assignment; 0 where there was none. */
  seen: z
    .int()
    .min(0)
    .max(2 ** 31 - 2),
});
export type ExcuseInput = z.infer<typeof excuseSchema>;

export interface AssignmentItemView {
  readonly position: number;
  readonly title: string;
  readonly of:
    | {
        readonly type: 'exercise';
        readonly exerciseId: string;
        readonly points: number;
        readonly kind: string;
      }
    | { readonly type: 'lesson'; readonly lessonId: string; readonly slug: string };
}

/** An assignment in the list of a student. */
export interface DueAssignment {
  readonly assignmentId: string;
  readonly courseId: string;
  readonly title: string;
  readonly timeZone: string;
  readonly access: Access;
  readonly exercises: number;
  readonly possible: number;
  /** What can be earned without what is excused; null where all of it is. */
  readonly counting: number | null;
  readonly submitted: number;
  readonly open: boolean;
  readonly excuses: Excuses;
  /** What counts so far, without what is excused; null where nothing is submitted, or where marks do not show yet. */
  readonly score: Score | null;
}

/** A submitted attempt, as far as it may be shown. */
export interface ShownAttempt {
  readonly attemptId: string;
  readonly number: number;
  readonly submittedAt: Date;
  readonly late: Lateness | null;
  /** Null where marks do not show yet. */
  readonly points: number | null;
  readonly possible: number;
}

export interface AssignmentPage extends DueAssignment {
  readonly items: readonly AssignmentItemView[];
  readonly attempts: readonly ShownAttempt[];
  readonly terms: Terms;
  readonly quizSlug: string;
  /** The database's clock, for what is left of the time. */
  readonly now: Date;
}

export interface ExtensionView {
  readonly extensionId: string;
  readonly for: string;
  readonly toSection: boolean;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly moreAttempts: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** An assignment as a teacher sees it. */
export interface AssignmentForTeacher {
  readonly assignmentId: string;
  readonly version: number;
  readonly title: string;
  readonly terms: Terms;
  readonly variants: 'own' | 'shared';
  readonly items: readonly AssignmentItemView[];
  readonly extensions: readonly ExtensionView[];
  readonly timeZone: string;
  readonly courseTitle: string;
}

export interface AssignmentRow {
  readonly assignmentId: string;
  readonly title: string;
  readonly terms: Terms;
  readonly exercises: number;
  readonly possible: number;
  /** Students who submitted. */
  readonly submitted: number;
}

/** What may be chosen for an assignment of the course. */
export interface Choices {
  readonly timeZone: string;
  readonly exercises: readonly { readonly id: string; readonly title: string; readonly slug: string }[];
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
  /** Quizzes whose exercises can be taken together: of units, of lessons, and of the course. */
  readonly quizzes: readonly {
    readonly id: string;
    readonly title: string;
    readonly items: readonly { readonly id: string; readonly title: string; readonly points: number }[];
  }[];
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly students: readonly { readonly id: string; readonly name: string }[];
}
