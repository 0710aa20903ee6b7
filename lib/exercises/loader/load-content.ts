import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { snippetSchema } from '../content/exercise-file';
import { type ExerciseTemplate, exerciseFromYaml } from '../content/exercise-template';
import { type LessonFile, lessonFileSchema } from '../content/lesson-file';
import { type QuizFile, quizFileSchema } from '../content/quiz-file';
import type { ContentProblem } from './problem';
import { readText } from './read-text';
import { type ReadFile, readYaml } from './read-yaml';

/** A lesson or an exercise: its folder, its file, its program. */
export interface Loaded<T> {
  /** The folder below the content folder; for a lesson and a quiz the last part of it alone. */
  readonly slug: string;
  readonly read: ReadFile<T>;
  readonly snippet: string;
}

export interface LoadedQuiz {
  readonly slug: string;
  readonly read: ReadFile<QuizFile>;
  /** The lesson in whose folder it stands, or null for a unit's quiz. */
  readonly lessonSlug: string | null;
}

export interface LoadedContent {
  readonly lessons: readonly Loaded<LessonFile>[];
  readonly exercises: readonly Loaded<ExerciseTemplate>[];
  readonly quizzes: readonly LoadedQuiz[];
  readonly problems: readonly ContentProblem[];
  /** The slugs of all that is there, read or not: what has an error is not gone. */
  readonly present: {
    readonly lessons: readonly string[];
    readonly exercises: readonly string[];
    readonly quizzes: readonly string[];
  };
}

const lessonsFolder = 'lessons';
const folderName = /^[a-z0-9][a-z0-9-]*$/;
/** A unit's quiz has its page where an exercise of this name would have it. */
const takenByQuiz = 'quiz';

/** Reads every content file below the folder. What has an error is reported and left out; the rest is loaded. */
export async function loadContent(root: string): Promise<LoadedContent> {
  const loading = new Loading(root);
  const lessons: Loaded<LessonFile>[] = [];
  const exercises: Loaded<ExerciseTemplate>[] = [];
  const quizzes: LoadedQuiz[] = [];
  const present = { lessons: [] as string[], exercises: [] as string[] };
  for (const unit of await loading.folders('')) {
    for (const folder of await loading.folders(unit)) {
      const path = `${unit}/${folder}`;
      if (unit === lessonsFolder) {
        present.lessons.push(folder);
        const lesson = await loading.withSnippet(path, 'lesson.yaml', folder, lessonFileSchema);
        if (lesson !== null) lessons.push(lesson);
        const quiz = await loading.quiz(path, folder);
        if (quiz !== null) quizzes.push({ slug: folder, read: quiz, lessonSlug: folder });
      } else {
        present.exercises.push(path);
        if (folder === takenByQuiz) {
          loading.error(`${path}/exercise.yaml`, 'An exercise cannot be called quiz; rename its folder.');
          continue;
        }
        const exercise = await loading.withSnippet(path, 'exercise.yaml', path, exerciseFromYaml);
        if (exercise !== null) exercises.push(exercise);
      }
    }
    if (unit === lessonsFolder) continue;
    const quiz = await loading.quiz(unit, unit);
    if (quiz !== null) quizzes.push({ slug: unit, read: quiz, lessonSlug: null });
  }
  const unique = loading.withoutDoubles([...lessons, ...exercises, ...quizzes]);
  return {
    lessons: lessons.filter((one) => unique.has(one.read)),
    exercises: exercises.filter((one) => unique.has(one.read)),
    quizzes: quizzes.filter((one) => unique.has(one.read)),
    problems: loading.problems,
    present: { ...present, quizzes: loading.quizSlugs },
  };
}

class Loading {
  readonly problems: ContentProblem[] = [];
  readonly quizSlugs: string[] = [];
  constructor(private readonly root: string) {}

  async folders(path: string): Promise<string[]> {
    const entries = await readdir(join(this.root, path), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const below = (name: string) => (path === '' ? name : `${path}/${name}`);
    for (const name of names.filter((one) => !folderName.test(one))) {
      this.error(below(name), 'A folder is named in small letters, digits and hyphens.');
    }
    for (const { name } of entries.filter((entry) => entry.isSymbolicLink())) {
      this.error(below(name), 'This is a link; content is read only where it stands.');
    }
    return names.filter((name) => folderName.test(name)).sort();
  }

  /** The quiz of a folder, where there is one. */
  async quiz(path: string, slug: string): Promise<ReadFile<QuizFile> | null> {
    const file = `${path}/quiz.yaml`;
    const text = await this.text(file);
    if (text === undefined) return null;
    // The units before the lessons and after them: whichever folder comes first keeps the name.
    if (this.quizSlugs.includes(slug)) {
      this.error(
        file,
        `A lesson and a unit are both called ${slug}, and each has a quiz; rename one folder.`,
      );
      return null;
    }
    this.quizSlugs.push(slug);
    return text === null ? null : this.yaml(file, text, quizFileSchema);
  }

  private yaml<T>(file: string, text: string, schema: z.ZodType<T>): ReadFile<T> | null {
    const { read, problems } = readYaml(file, text, schema);
    this.problems.push(...problems);
    return read;
  }

  async withSnippet<T>(
    path: string,
    name: string,
    slug: string,
    schema: z.ZodType<T>,
  ): Promise<Loaded<T> | null> {
    const text = await this.text(`${path}/${name}`);
    if (text === undefined) this.error(`${path}/${name}`, 'The file is missing.');
    const read = typeof text === 'string' ? this.yaml(`${path}/${name}`, text, schema) : null;
    const file = `${path}/snippet.py`;
    const source = await this.text(file);
    const snippet = snippetSchema.safeParse(source);
    if (!snippet.success && source !== null)
      this.error(file, 'The program is missing, empty, or longer than 20,000 characters.');
    return read === null || !snippet.success ? null : { slug, read, snippet: snippet.data };
  }

  /**
   * Those whose ids are theirs alone. Of others none is kept: which of two files is the one that is stored under the
   * id, and which its copy, nothing tells.
   */
  withoutDoubles(all: readonly { read: ReadFile<{ id: string }> }[]): Set<unknown> {
    const kept = new Set<unknown>();
    for (const { read } of all) {
      const other = all.find((one) => one.read !== read && sameId(one.read, read));
      if (other === undefined) kept.add(read);
      else {
        const message = `The id is that of ${other.read.file} as well; give the newer file one of its own.`;
        this.problems.push({ severity: 'error', file: read.file, ...read.locate(['id']), message });
      }
    }
    return kept;
  }

  /** The text of a file; undefined where there is none, null where it is refused, which is reported. */
  private async text(file: string): Promise<string | null | undefined> {
    const read = await readText(join(this.root, file));
    if (read.status === 'read') return read.text;
    if (read.status === 'missing') return undefined;
    const { message, line, column } = read;
    this.problems.push({ severity: 'error', file, line, column, message });
    return null;
  }

  error(file: string, message: string): void {
    this.problems.push({ severity: 'error', file, line: 1, column: 1, message });
  }
}

const sameId = (a: ReadFile<{ id: string }>, b: ReadFile<{ id: string }>): boolean =>
  a.value.id.toLowerCase() === b.value.id.toLowerCase();
