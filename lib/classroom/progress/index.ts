import 'server-only';

export { classOverview, studentAnswers } from './queries';
export type { ClassOverview, OverviewQuestion, OverviewStudent, StudentAnswers } from './schema';
