import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { snippetSchema } from '../content/exercise-file';
import { type ExerciseTemplate, exerciseFromYaml } from '../content/exercise-template';
import { type LessonFile, lessonFileSchema } from '../content/lesson-file';
import { type QuizFile, quizFileSchema } from '../content/quiz-file';
import type { ContentProblem } from './problem';
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
    for (const name of names.filter((one) => !folderName.test(one))) {
      this.error(`${path}/${name}`, 'A folder is named in small letters, digits and hyphens.');
    }
    return names.filter((name) => folderName.test(name)).sort();
  }

  /** The quiz of a folder, where there is one. */
  async quiz(path: string, slug: string): Promise<ReadFile<QuizFile> | null> {
    const file = `${path}/quiz.yaml`;
    const text = await this.text(file);
    if (text === null) return null;
    // The units before the lessons and after them: whichever folder comes first keeps the name.
    if (this.quizSlugs.includes(slug)) {
      this.error(
        file,
        `A lesson and a unit are both called ${slug}, and each has a quiz; rename one folder.`,
      );
      return null;
    }
    this.quizSlugs.push(slug);
    return this.yaml(file, text, quizFileSchema);
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
    if (text === null) this.error(`${path}/${name}`, 'The file is missing.');
    const read = text === null ? null : this.yaml(`${path}/${name}`, text, schema);
    const file = `${path}/snippet.py`;
    const snippet = snippetSchema.safeParse(await this.text(file));
    if (!snippet.success)
      this.error(file, 'The program is missing, empty, or longer than 20,000 characters.');
    return read === null || !snippet.success ? null : { slug, read, snippet: snippet.data };
  }

  /** Keeps the first of those that have the same id; the others are errors. */
  withoutDoubles(all: readonly { read: ReadFile<{ id: string }> }[]): Set<unknown> {
    const byId = new Map<string, string>();
    const kept = new Set<unknown>();
    for (const { read } of all) {
      const other = byId.get(read.value.id);
      if (other === undefined) {
        byId.set(read.value.id, read.file);
        kept.add(read);
        continue;
      }
      const message = `The id is that of ${other} as well; give this file one of its own.`;
      this.problems.push({ severity: 'error', file: read.file, ...read.locate(['id']), message });
    }
    return kept;
  }

  private async text(file: string): Promise<string | null> {
    try {
      const text = await readFile(join(this.root, file), 'utf8');
      return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private error(file: string, message: string): void {
    this.problems.push({ severity: 'error', file, line: 1, column: 1, message });
  }
}
