import 'server-only';

export { retireQuiz, saveQuiz } from './commands';
export { listCourseQuizzes, listOfferedQuizzes, selectCourseQuiz, selectOfferedQuiz } from './queries';
export { mayEditQuizzes } from './rules';
export { type OfferedQuiz, retireQuizInputSchema, saveQuizInputSchema } from './schema';
