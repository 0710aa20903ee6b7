import { type LessonMode, lessonModes } from '@/lib/classroom/reading/modes';

export const MODES = lessonModes;
export type Mode = LessonMode;

/** Words of the nine ways to read a lesson. */
export const modes = {
  title: 'Ways to read this lesson',
  seen: 'seen',
  quizDone: 'submitted',
  name: {
    'concept-flow': 'Concept flow',
    watch: 'Watch',
    table: 'Execution table',
    tracker: 'Variable tracker',
    moments: 'Key moments',
    quiz: 'Quiz',
    snapshot: 'Snapshot',
    transcript: 'Transcript',
    try: 'Try it',
  } satisfies Record<Mode, string>,
};
