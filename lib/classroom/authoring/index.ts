import 'server-only';

export { makeTableQuestion, misconceptionsOfDraft, previewExercise } from './computed';
export type { DraftFile, DraftProblem, DraftText } from './core/draft';
export type { DraftMisconceptions, ShownMisconception } from './core/misconceptions';
export type { DraftPreview, RightCell } from './core/preview';
export { previewInputSchema, tableQuestionInputSchema } from './schema';
export type { TableQuestion } from './table-question';
