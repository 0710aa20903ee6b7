import 'server-only';

export { onChange } from './changes';
export { answersInputSchema, beliefTitle, liveAnswers } from './queries/answers';
export { liveBoard } from './queries/board';
export { liveChoices } from './queries/quizzes';
export { thresholds } from './rules';
export {
  boardInputSchema,
  type CellState,
  type LiveBoard,
  type LiveCell,
  type LiveChoices,
  type LiveStudent,
  type Stuck,
  streamInputSchema,
} from './schema';
