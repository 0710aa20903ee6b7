import 'server-only';

export { analyseExercise } from './queries/item';
export { listAnalysis } from './queries/list';
export {
  type BeliefFlow,
  type ExerciseFigures,
  type Flag,
  type ItemAnalysis,
  type ItemQuery,
  itemQuerySchema,
  type ListQuery,
  listQuerySchema,
  type OptionFigures,
  type PartFigures,
  type Scope,
  type ScopeChoices,
  type Student,
  type WrongGroup,
} from './schema';
export type { Figure, Why } from './statistics';
