/**
 * Content as the files that it is loaded from. Pure: text alone; who writes it, to a folder or to an archive, is
 * another's. What is loaded from these files has the same hash, so that it makes no new revision.
 */
import { stringify } from 'yaml';
import type { ExerciseContent } from '../content/exercise-template';
import { rankOfKey } from '../content/key-order';
import type { LessonContent } from '../content/lesson-file';
import type { QuizFile } from '../content/quiz-file';

export interface ContentFile {
  /** Below the content folder, as `unit/exercise/exercise.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** The two files of an exercise. */
export function exerciseFiles(slug: string, { exercise, snippet }: ExerciseContent): ContentFile[] {
  return [
    { path: `${slug}/exercise.yaml`, text: yaml('../../exercise.schema.json', exercise) },
    { path: `${slug}/snippet.py`, text: snippet },
  ];
}

/** The two files of a lesson, without its quiz. */
export function lessonFiles(slug: string, { lesson, snippet }: LessonContent): ContentFile[] {
  return [
    { path: `lessons/${slug}/lesson.yaml`, text: yaml('../../lesson.schema.json', lesson) },
    { path: `lessons/${slug}/snippet.py`, text: snippet },
  ];
}

/** The file of a quiz, in the folder of its lesson or unit. */
export function quizFile(slug: string, isOfLesson: boolean, quiz: QuizFile): ContentFile {
  const schema = isOfLesson ? '../../quiz.schema.json' : '../quiz.schema.json';
  return { path: `${isOfLesson ? 'lessons/' : ''}${slug}/quiz.yaml`, text: yaml(schema, quiz) };
}

/** The same data gives the same text, byte for byte, whatever order its keys came in. */
function yaml(schema: string, data: object): string {
  const text = stringify(sorted(data), { lineWidth: 0, aliasDuplicateObjects: false });
  return `# yaml-language-server: $schema=${schema}\n${text}`;
}

/** No order of keys means anything: each parameter is drawn by its own name. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => rankOfKey(a) - rankOfKey(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
