/** A variant: the programs of an exercise for one seed, run, and the key that follows from them. */
import type { Ending, Trace } from '@/lib/simulator';
import type { ExerciseContent, ExerciseFile } from './content/exercise-file';
import type { Change } from './content/questions';
import { type Timeline, timelineOf } from './facts/timeline';
import { type Key, kinds } from './kinds';
import type { Fault, Generated, Runs } from './kinds/contract';
import { type PublicExercise, publicExerciseSchema } from './public';

/** How a program is run. Pure: the same source gives the same trace. */
export type Run = (source: string) => Trace;

/** Computes the key of a variant, or says why it has none. */
export function makeVariant(content: ExerciseContent, seed: number, run: Run): Generated<Key> {
  const { exercise, snippet } = content;
  const shown = timelineOrFault(run(snippet), 'The program');
  if ('message' in shown) return { status: 'refused', faults: [shown] };
  const change = 'change' in exercise ? exercise.change : undefined;
  const asked = change === undefined ? shown : changed(shown, change, run);
  if ('message' in asked) return { status: 'refused', faults: [asked] };
  return generate(exercise, { shown, asked }, seed);
}

function generate(exercise: ExerciseFile, runs: Runs, seed: number): Generated<Key> {
  switch (exercise.kind) {
    case 'choice':
      return kinds.choice.generate(exercise, runs, seed);
    case 'trace-table':
      return kinds['trace-table'].generate(exercise, runs, seed);
  }
}

/** What the student sees before the submission. */
export function renderExercise({ exercise, snippet }: ExerciseContent, key: Key): PublicExercise {
  const hints = exercise.hints.map(({ text, step, column }) => ({
    text,
    step: step ?? null,
    column: column ?? null,
  }));
  const shown = key.kind === 'choice' ? kinds.choice.render(key) : kinds['trace-table'].render(key);
  return publicExerciseSchema.parse({
    ...shown,
    title: exercise.title,
    prompt: exercise.prompt,
    snippet,
    hints,
  });
}

function timelineOrFault(trace: Trace, subject: string): Timeline | Fault {
  const { ending } = trace;
  if (ending.type === 'finished' && trace.steps.length > 0) return timelineOf(trace);
  return { path: [], message: `${subject} does not run to its end: ${endingWords(ending)}.` };
}

function endingWords(ending: Ending): string {
  if (ending.type === 'finished') return 'it has no step';
  const place = `line ${ending.span.line}`;
  const name = 'exception' in ending ? `${ending.exception}: ` : '';
  return `${place}, ${name}${ending.message.replace(/\.$/, '')}`;
}

/** Runs the program without the statements of some steps. Their lines stay, empty, so that no line moves. */
function changed(shown: Timeline, change: Change, run: Run): Timeline | Fault {
  const lines = shown.trace.source.split('\n');
  const counted = shown.steps;
  for (const n of change.withoutSteps) {
    const span = counted[n - 1]?.memory.step.span;
    if (!span) return { path: ['change'], message: `The program has no step ${n}.` };
    for (let line = span.line; line <= span.endLine; line += 1) lines[line - 1] = '';
  }
  const asked = timelineOrFault(run(lines.join('\n')), 'The changed program');
  return 'message' in asked ? { ...asked, path: ['change'] } : asked;
}
