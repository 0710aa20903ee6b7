import 'server-only';

export type { ArchiveProblem } from './archive/problem';
export { copyExercise, discardDraft, saveDraft } from './commands/drafts';
export { offerExercise, retireExercise } from './commands/offering';
export { publishDraft } from './commands/publish';
export { makeTableQuestion, misconceptionsOfDraft, previewExercise } from './computed';
export type { DraftFile, DraftProblem, DraftText } from './core/draft';
export type { DraftMisconceptions, ShownMisconception } from './core/misconceptions';
export type { DraftPreview, RightCell } from './core/preview';
export { importExercises, previewImport } from './import/commands';
export type { ImportItem, ImportStatus } from './import/rules';
export {
  type ImportPreview,
  type ImportResult,
  importExercisesInputSchema,
  previewImportInputSchema,
} from './import/schema';
export { listOwnExercises, selectOwnExercise } from './queries/exercises';
export { exportExercises } from './queries/export';
export { mayWriteExercises } from './rules';
export {
  copyExerciseInputSchema,
  discardDraftInputSchema,
  type EditedExercise,
  type ExercisePage,
  exerciseListQuerySchema,
  exportExercisesInputSchema,
  type ListedExercise,
  offerExerciseInputSchema,
  type PublishResult,
  previewInputSchema,
  publishDraftInputSchema,
  retireExerciseInputSchema,
  type SavedExerciseDraft,
  saveDraftInputSchema,
  tableQuestionInputSchema,
} from './schema';
export type { TableQuestion } from './table-question';
