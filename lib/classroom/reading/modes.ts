/** The nine ways to read a lesson, in the order of their tabs. */
export const lessonModes = [
  'concept-flow',
  'watch',
  'table',
  'tracker',
  'moments',
  'quiz',
  'snapshot',
  'transcript',
  'try',
] as const;
export type LessonMode = (typeof lessonModes)[number];
