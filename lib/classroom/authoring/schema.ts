/** What the actions of authors take and give. The course is named in each, and the proof must be for it. */
import { z } from 'zod';
import { unstorableIn } from '@/lib/common/text';
import type { KindName } from '@/lib/exercises/kinds';
import { type DraftProblem, type DraftText, draftSchema } from './core/draft';

const courseId = z.uuid();
/** As the database writes it. */
const exerciseId = z.uuid().transform((id) => id.toLowerCase());

/** Of a variant. */
const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

export const previewInputSchema = z.strictObject({ courseId, draft: draftSchema, seed });
export type PreviewInput = z.infer<typeof previewInputSchema>;

export const tableQuestionInputSchema = z.strictObject({
  courseId,
  /** The id that the exercise is to have: that of the draft it becomes. */
  exerciseId,
  snippet: draftSchema.shape.snippet,
});
export type TableQuestionInput = z.infer<typeof tableQuestionInputSchema>;

/** The version of a draft that was last seen; 0 where there is none yet. */
const seen = z
  .int()
  .min(0)
  .max(2 ** 31 - 2);

export const saveDraftInputSchema = z.strictObject({
  courseId,
  /** Of a new exercise: made before it is sent, so that it is made once however often it is sent. */
  exerciseId,
  draft: draftSchema.refine((draft) => unstorableIn(draft) === null, {
    error: 'A null character or half a surrogate pair cannot be stored.',
  }),
  seen,
});
export type SaveDraftInput = z.infer<typeof saveDraftInputSchema>;

export const publishDraftInputSchema = z.strictObject({ courseId, exerciseId, seen: seen.min(1) });
export type PublishDraftInput = z.infer<typeof publishDraftInputSchema>;

export const discardDraftInputSchema = publishDraftInputSchema;
export type DiscardDraftInput = z.infer<typeof discardDraftInputSchema>;

/** Of an exercise of the catalogue, or of the course. */
export const copyExerciseInputSchema = z.strictObject({ courseId, exerciseId });
export type CopyExerciseInput = z.infer<typeof copyExerciseInputSchema>;

export const retireExerciseInputSchema = z.strictObject({ courseId, exerciseId, retired: z.boolean() });
export type RetireExerciseInput = z.infer<typeof retireExerciseInputSchema>;

/** Whether students of the course may take the exercise by itself, beside quizzes and assignments that ask it. */
export const offerExerciseInputSchema = z.strictObject({ courseId, exerciseId, offered: z.boolean() });
export type OfferExerciseInput = z.infer<typeof offerExerciseInputSchema>;

/** Of one exercise; of all that are offered where none is named. */
export const exportExercisesInputSchema = z.strictObject({ courseId, exerciseId: exerciseId.optional() });
export type ExportExercisesInput = z.infer<typeof exportExercisesInputSchema>;

/** What a list of the exercises of a course asks for. What cannot be read is left out, as if it were not there. */
export const exerciseListQuerySchema = z.object({
  /** Words of the title. */
  search: z.string().trim().max(100).catch(''),
  show: z.enum(['current', 'retired']).catch('current'),
  /** The place after the last one of the page before: what `next` of that page said. */
  after: z.string().max(400).nullable().catch(null),
});
export type ExerciseListQuery = z.infer<typeof exerciseListQuerySchema>;

export interface SavedExerciseDraft {
  readonly version: number;
  readonly savedAt: Date;
}

export type PublishResult =
  | {
      readonly status: 'published';
      /** The number of the current revision; `changed` false: it said the same already, and none was written. */
      readonly revision: number;
      readonly changed: boolean;
      readonly warnings: readonly DraftProblem[];
    }
  /** The check found errors: nothing was written. */
  | { readonly status: 'refused'; readonly problems: readonly DraftProblem[] };

/** An exercise of a course, as its teachers' list shows it. */
export interface ListedExercise {
  readonly exerciseId: string;
  /** '' where the draft has none that can be read. */
  readonly title: string;
  readonly kind: KindName | null;
  /** draft: never published. changed: published, and the draft says something else by now. */
  readonly state: 'draft' | 'published' | 'changed';
  readonly retired: boolean;
  /** Whether students may take it by itself. */
  readonly offeredAlone: boolean;
  /** The number of the current revision; 0 where it was never published. */
  readonly revision: number;
  /** Of the current revision, from 1 to 5; null where there is none. */
  readonly difficulty: number | null;
  /** When the draft was last saved, or else the revision made. */
  readonly changedAt: Date;
  /** The name of who saved the draft last; null where there is none. */
  readonly changedBy: string | null;
}

export interface ExercisePage {
  readonly exercises: readonly ListedExercise[];
  /** Of all pages together. */
  readonly total: number;
  /** For `after` of the next page; null where this is the last. */
  readonly next: string | null;
}

/** One exercise of a course, to be worked on. */
export interface EditedExercise {
  readonly exerciseId: string;
  /** The texts as they were last saved; of a published exercise without a draft those of its revision. */
  readonly draft: DraftText;
  /** For `seen`; 0 where no draft is stored. */
  readonly version: number;
  readonly savedAt: Date | null;
  /** The name of who saved it last. */
  readonly savedBy: string | null;
  readonly state: ListedExercise['state'];
  readonly retired: boolean;
  readonly offeredAlone: boolean;
  readonly published: { readonly revision: number; readonly title: string; readonly at: Date } | null;
}
