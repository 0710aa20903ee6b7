import 'server-only';

export { saveReading } from './commands';
export { listLessonProgress } from './queries';
export { type LessonProgress, readingInputSchema } from './schema';
