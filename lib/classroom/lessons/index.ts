import 'server-only';

export { lessonTrace, listLessons, previewQuiz, selectLesson } from './queries';
export type { LessonSummary, LessonView } from './schema';
