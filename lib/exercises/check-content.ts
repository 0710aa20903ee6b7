/** Checks content against the simulator: every program runs, every key can be computed, every step exists. */
import type { ExerciseContent, ExerciseTemplate } from './content/exercise-template';
import type { LessonFile } from './content/lesson-file';
import { timelineOf } from './facts/timeline';
import type { Loaded } from './loader/load-content';
import type { ContentProblem } from './loader/problem';
import { runJob } from './runner';

/** What is wrong with an exercise. The key of one seed is computed; tests of content compute many. */
export async function checkExercise(loaded: Loaded<ExerciseTemplate>): Promise<ContentProblem[]> {
  const content: ExerciseContent = { exercise: loaded.read.value, snippet: loaded.snippet };
  const made = await runJob('variant', { content, seed: 1 });
  const severity = made.status === 'made' ? 'warning' : 'error';
  const faults = made.status === 'made' ? made.warnings : made.faults;
  return faults.map(({ path, message }) => ({
    severity,
    file: loaded.read.file,
    ...loaded.read.locate(path),
    message,
  }));
}

/** What is wrong with a lesson: its program, or a step that it points to. */
export async function checkLesson(loaded: Loaded<LessonFile>): Promise<ContentProblem[]> {
  const { read, snippet } = loaded;
  const trace = await runJob('trace', { source: snippet });
  const error = (path: readonly PropertyKey[], message: string): ContentProblem => ({
    severity: 'error',
    file: read.file,
    ...read.locate(path),
    message,
  });
  if (trace.ending.type !== 'finished' || trace.steps.length === 0) {
    return [error([], 'The program of the lesson does not run to its end.')];
  }
  const count = timelineOf(trace).steps.length;
  const { conceptFlow, keyMoments, snapshot } = read.value;
  return Object.entries({ conceptFlow, keyMoments, snapshot }).flatMap(([part, items]) =>
    items.flatMap(({ step }, index) =>
      step === undefined || step <= count
        ? []
        : [error([part, index, 'step'], `The program has ${count} steps; there is no step ${step}.`)],
    ),
  );
}
