/**
 * Content as the files that it is loaded from. Pure: text alone; who writes it, to a folder or to an archive, is
 * another's. What is loaded from these files has the same hash, so that it makes no new revision.
 */
import { stringify } from 'yaml';
import type { ExerciseContent } from '../content/exercise-template';
import type { LessonContent } from '../content/lesson-file';
import type { QuizFile } from '../content/quiz-file';

export interface ContentFile {
  /** Below the content folder, as `unit/exercise/exercise.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** Keys in the order in which authors write them; others follow in the order of the alphabet. */
const order = [
  'id',
  'title',
  'unit',
  'kind',
  'concepts',
  'difficulty',
  'summary',
  'minutes',
  'prompt',
  'parameters',
  'ask',
  'change',
  'several',
  'order',
  'options',
  'columns',
  'steps',
  'objects',
  'after',
  'names',
  'goals',
  'solution',
  'given',
  'followThrough',
  'misconceptions',
  'hints',
  'wrong',
  'explanation',
  'items',
  'exercise',
  'points',
];

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
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

const rank = (key: string): number => {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
};
