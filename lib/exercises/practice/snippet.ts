/** A fresh program for a set of concepts. */
import type { PracticeConcept, PracticeRequest } from './concepts';
import { Draft } from './draft';
import { aboutArrays, aboutLists, fillers, type Move, makeArray, makeList, wanted } from './moves';

export interface PracticeSnippet {
  readonly source: string;
  /** The concepts that its statements use. */
  readonly used: ReadonlySet<PracticeConcept>;
}

/** Statements of the module by difficulty: at least, at most. */
const lengths = [
  [3, 4],
  [4, 5],
  [5, 6],
  [6, 7],
  [7, 9],
] as const;
/** Statements of the module at most. Three concepts may need more than one or two. */
const mostStatements = (concepts: number): number => (concepts > 2 ? 12 : 9);

/** A program that uses each concept; null where this attempt came to nothing, and another should be made. */
export function writeSnippet(
  { concepts, difficulty, seed }: PracticeRequest,
  attempt: number,
): PracticeSnippet | null {
  const draft = new Draft(seed, `practice ${concepts.join(' ')} ${difficulty} ${attempt}`);
  const [least, most] = lengths[difficulty - 1] ?? lengths[0];
  const length = draft.number(least, most);
  const make = makerFor(concepts, draft);
  if (!make(draft)) return null;
  // A second thing makes room for rebinding, boxes and counts.
  if (mixes(concepts)) (make === makeArray ? makeList : makeArray)(draft);
  const [last, others] = [concepts.filter(isLast), concepts.filter((one) => !isLast(one))];
  const write = (concept: PracticeConcept): boolean =>
    wanted[concept].every((choices) => oneOf(draft, choices));
  if (!draft.shuffle(others).every(write)) return null;
  // After what ends the life of a thing there would be nothing to work on: its lines are kept free.
  const room = length - last.length * linesOfLast;
  for (let turn = 0; draft.lines.length < room && turn < 12; turn += 1) oneOf(draft, fillers);
  if (!last.every(write)) return null;
  if (draft.lines.length < Math.min(least, 3) || draft.lines.length > mostStatements(concepts.length))
    return null;
  if (!concepts.every((concept) => draft.used.has(concept)) || hasIdleName(draft.lines)) return null;
  return { source: draft.source(), used: draft.used };
}

/** Arrays and lists are both needed. */
const mixes = (concepts: readonly PracticeConcept[]): boolean =>
  concepts.some((one) => aboutArrays.has(one)) && concepts.some((one) => aboutLists.has(one));

function makerFor(concepts: readonly PracticeConcept[], draft: Draft): Move {
  if (concepts.some((one) => aboutArrays.has(one))) return makeArray;
  if (concepts.some((one) => aboutLists.has(one))) return makeList;
  return draft.pick([makeList, makeArray]) ?? makeList;
}

/** The collector comes last. */
const isLast = (concept: PracticeConcept): boolean => concept === 'cycles';
const linesOfLast = 3;

const oneOf = (draft: Draft, moves: readonly Move[]): boolean =>
  draft.shuffle(moves).some((move) => move(draft));

/** Whether something is made that nothing is done with. A second name of the same object changes its count at least. */
function hasIdleName(lines: readonly string[]): boolean {
  return lines.some((line, index) => {
    const name = /^(\w+) = .*[\])]$/.exec(line)?.[1];
    return name !== undefined && !lines.slice(index + 1).some((later) => mentions(later, name));
  });
}

const mentions = (line: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(line);
