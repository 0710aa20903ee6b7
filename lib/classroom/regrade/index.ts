import 'server-only';

export { applyRegrade } from './commands';
export { listAnswered, type RevisionsOfExercise, selectRevisions } from './exercises/queries';
export { listRegrades, previewRegrade } from './queries';
export {
  applyRegradeInputSchema,
  type RegradePreview,
  type RegradeResult,
  regradeInputSchema,
} from './schema';
