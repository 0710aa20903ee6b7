/** Faults of variants as problems of a draft. Pure. */
import { fillTemplate } from '@/lib/exercises/content/exercise-template';
import type { Fault, Run } from '@/lib/exercises/kinds/contract';
import type { DraftProblem, DraftText } from './draft';
import { programProblem } from './program-problem';
import { placeOf, type ReadDraft } from './read-draft';

/** How `fillTemplate` marks what it finds in the program. */
const ofSnippet = 'snippet.py: ';

/** How `timelineOrFault` tells where the program of the exercise stops. */
const stoppedAt = /^The program does not run to its end: line (\d+),/;

/** A fault at its place: in exercise.yaml by its path, or in snippet.py where it speaks of a placeholder there. */
export function faultProblem(
  fault: Fault,
  severity: DraftProblem['severity'],
  { snippet }: DraftText,
  locate: ReadDraft['locate'],
): DraftProblem {
  const line = fault.path.length === 0 ? stoppedAt.exec(fault.message)?.[1] : undefined;
  if (line !== undefined) {
    const place = { line: Math.min(Number(line), snippet.split('\n').length), column: 1 };
    return { file: 'snippet.py', ...place, message: fault.message, severity };
  }
  if (!fault.message.startsWith(ofSnippet)) {
    return { file: 'exercise.yaml', ...locate(fault.path), message: fault.message, severity };
  }
  const message = fault.message.slice(ofSnippet.length);
  return { file: 'snippet.py', ...placeOf(snippet, placeholderIn(snippet, message)), message, severity };
}

/** The offset of the placeholder that a message names: `{{n / 2}} is …`, `There is no parameter "n".` */
function placeholderIn(snippet: string, message: string): number {
  const whole = /\{\{[^{}]*\}\}/.exec(message)?.[0];
  if (whole !== undefined) return Math.max(snippet.indexOf(whole), 0);
  const name = /"(\w+)"/.exec(message)?.[1];
  const found = [...snippet.matchAll(/\{\{([^{}]*)\}\}/g)].find(
    ([, inner]) => name !== undefined && new RegExp(`\\b${name}\\b`).test(inner ?? ''),
  );
  return found?.index ?? 0;
}

/** The faults of a refused variant; what its program does wrong is told in snippet.py, at its line. */
export function refusedProblems(
  draft: DraftText,
  { content, locate }: ReadDraft,
  seed: number,
  faults: readonly Fault[],
  run: Run,
): DraftProblem[] {
  const filled = content === null ? null : fillTemplate(content, seed, 0);
  const stopped =
    filled !== null && 'exercise' in filled ? programProblem(run(filled.snippet), draft.snippet) : null;
  // The kind has told the same of the whole file, without a place.
  const others = stopped === null ? faults : faults.filter(({ path }) => path.length > 0);
  return [
    ...(stopped === null ? [] : [stopped]),
    ...others.map((fault) => faultProblem(fault, 'error', draft, locate)),
  ];
}
