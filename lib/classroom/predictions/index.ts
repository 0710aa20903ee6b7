import 'server-only';

export { listPredictions } from './queries';
export { ideasToLetGo, progressByConcept, rowToLetGo } from './rules';
export type { ConceptProgress, IdeaToLetGo, Prediction } from './schema';
