import type { LessonFile } from '@/lib/exercises/content/lesson-file';

export interface LessonSummary {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
}

/** A lesson for its readers. The tables and pictures come from the trace of the snippet. */
export interface LessonView extends LessonSummary {
  readonly snippet: string;
  readonly conceptFlow: LessonFile['conceptFlow'];
  readonly keyMoments: LessonFile['keyMoments'];
  readonly snapshot: LessonFile['snapshot'];
  readonly transcript: LessonFile['transcript'];
  readonly quiz: { readonly slug: string; readonly title: string } | null;
}
