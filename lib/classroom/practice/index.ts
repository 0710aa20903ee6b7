import 'server-only';

export { submitPractice } from './commands';
export { selectPractice } from './queries';
export {
  type PracticeQuestion,
  type PracticeResult,
  type PracticeView,
  practiceQuestionSchema,
  practiceSubmitSchema,
} from './schema';
