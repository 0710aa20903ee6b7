/** Reads the two texts of a draft, each error at its place. Pure. */
import { type ExerciseContent, exerciseFromYaml } from '@/lib/exercises/content/exercise-template';
import { readYaml } from '@/lib/exercises/loader/read-yaml';
import type { DraftProblem, DraftText } from './draft';

type Place = { readonly line: number; readonly column: number };

export interface ReadDraft {
  /** Null where there is an error. */
  readonly content: ExerciseContent | null;
  readonly problems: readonly DraftProblem[];
  /** Where in exercise.yaml the value at a path stands. */
  readonly locate: (path: readonly PropertyKey[]) => Place;
}

const start: Place = { line: 1, column: 1 };

export function readDraft({ yaml, snippet }: DraftText): ReadDraft {
  const { read, problems } = readYaml('exercise.yaml', yaml, exerciseFromYaml);
  const found: DraftProblem[] = [
    ...problems.map((problem) => ({ ...problem, file: 'exercise.yaml' as const })),
    ...snippetProblems(snippet),
  ];
  const whole = read !== null && !found.some(({ severity }) => severity === 'error');
  return {
    content: whole ? { exercise: read.value, snippet } : null,
    problems: found,
    locate: read?.locate ?? (() => start),
  };
}

/** A null character, or a surrogate without its other half: no database takes such a text. */
const noText = /\0|\p{Surrogate}/u;

function snippetProblems(snippet: string): DraftProblem[] {
  const error = (place: Place, message: string): DraftProblem[] => [
    { file: 'snippet.py', ...place, message, severity: 'error' },
  ];
  if (snippet.trim() === '') return error(start, 'There is no program yet.');
  const bad = noText.exec(snippet);
  return bad === null
    ? []
    : error(placeOf(snippet, bad.index), 'A null character or half a surrogate pair is no text.');
}

/** Line and column of an offset, both from 1. */
export function placeOf(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
