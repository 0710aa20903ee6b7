/**
 * One true step from a student's own state. The program runs up to the step before, statements that make its state
 * say what the student wrote are put in there, and the run goes on: what it reaches is what the next row should say
 * if the last one were true. What a row does not say is as it truly is.
 */
import type { Cell } from '@/lib/exercises/cells/cell';
import { type LessonStep, referent, type Timeline } from '@/lib/exercises/facts/timeline';
import type { Run } from '@/lib/exercises/kinds/contract';
import type { MemoryState } from '@/lib/simulator';
import { bindNames } from './bind';
import { reachCounts } from './counts';
import { type Place, placeAfter } from './place';
import { type Replay, replay } from './replay';
import { type Column, cellIn, type Row, saysRow } from './state';
import { type Claim, writeClaims } from './write';

/** What the rows are about, and the way from one to the next. */
export interface Walk {
  readonly timeline: Timeline;
  readonly columns: readonly Column[];
  readonly noneMeansUndefined: boolean;
  readonly from: LessonStep;
  readonly to: LessonStep;
  readonly run: Run;
}

/**
 * The rows that may follow from `said`, the row that a student wrote for the step `from`: none where no state is
 * known for certain that says what they wrote, more than one where their row leaves open what holds an object.
 */
export function followingRows(walk: Walk, said: Row): Row[] {
  const place = placeAfter(walk.timeline, walk.from);
  if (place === null) return [];
  const { kept, asked } = splitGone(walk, said);
  if (kept === null) return [];
  const go = (lines: readonly string[]) =>
    allowed(lines, place) && replay(walk.timeline, { ...walk, place }, lines, walk.run);
  const bound = bindNames(walk, asked);
  const start = bound === null ? null : go(bound);
  if (bound === null || !start) return [];
  const written = writeClaims(start.state, claimsOf(walk, asked, start.state), numpyOf(start.state));
  const shown = written === null ? null : go([...bound, ...written]);
  if (written === null || !shown) return [];
  const reach = (there: Replay, lines: readonly string[], rounds: number): Row[] => {
    const ways = reachCounts(there.state, countsOf(walk, asked, there), place.frame);
    return ways.flatMap((way) => {
      if (way.length === 0) return lines.length + kept.size === 0 ? [] : rowAfter(walk, asked, kept, there);
      // A copy holds what is in it: other counts may be wrong now, and are set right in turn.
      const next = rounds === 0 ? null : go([...lines, ...way]);
      return next ? reach(next, [...lines, ...way], rounds - 1) : [];
    });
  };
  // Where nothing had to be put in, it is the true state: what follows from it is the truth.
  return reach(shown, [...bound, ...written], mostRounds);
}

/** Rounds in which counts are set right; each runs the program once or twice. */
const mostRounds = 3;

function rowAfter(walk: Walk, asked: Row, kept: Row, { state, next, objectOf }: Replay): Row[] {
  const { columns, noneMeansUndefined } = walk;
  const ofColumn = (column: Column) => (column.object === null ? undefined : objectOf(column.object));
  // The guard of all: a state that does not say what the student wrote is not theirs.
  if (!saysRow(state, asked, columns, ofColumn, noneMeansUndefined) || next === null) return [];
  if (kept.size > 0 && next.step.collected === true) return [];
  const row = new Map<string, Cell>(kept);
  for (const column of columns) {
    const cell = kept.has(column.id) ? null : cellIn(next, column, ofColumn);
    if (cell !== null) row.set(column.id, cell);
  }
  return [row];
}

/**
 * Objects that are truly freed are out of the program's reach: what somebody wrote for one stays as it is, as long
 * as its count and its being freed agree. `kept` is null where they do not.
 */
function splitGone(walk: Walk, said: Row): { kept: Row | null; asked: Row } {
  const alive = walk.from.memory.objects;
  const gone = new Set(
    walk.timeline.trace.steps
      .filter((step) => step.n <= walk.from.memory.step.n)
      .flatMap((step) => step.freed.map(({ id }) => id)),
  );
  const kept = new Map<string, Cell>();
  const asked = new Map(said);
  const free = new Map<number, boolean>();
  let agrees = true;
  for (const { id, object } of walk.columns) {
    const cell = said.get(id);
    if (object === null || cell === undefined || alive.has(object) || !gone.has(object)) continue;
    asked.delete(id);
    kept.set(id, cell);
    const freed = cell.type === 'freed' ? cell.freed : cell.type === 'count' && cell.count === 0;
    if ((free.get(object) ?? freed) !== freed) agrees = false;
    free.set(object, freed);
  }
  return { kept: agrees ? kept : null, asked };
}

function claimsOf({ columns, noneMeansUndefined }: Walk, said: Row, state: MemoryState): Claim[] {
  const names = Object.keys(state.step.frames[0]?.names ?? {});
  const claims = columns.flatMap((column): Claim[] => {
    const cell = column.type === 'value' ? said.get(column.id) : undefined;
    const value = referent(state, column.name);
    if (cell?.type !== 'value' || value === undefined) return [];
    const isNone = cell.literal.type === 'word' && cell.literal.text === 'None';
    return isNone && noneMeansUndefined ? [] : [{ name: column.name, literal: cell.literal, value }];
  });
  return claims.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

function countsOf({ columns }: Walk, said: Row, shown: Replay) {
  return columns.flatMap((column) => {
    const cell = said.get(column.id);
    const object = column.object === null ? undefined : shown.objectOf(column.object);
    return cell?.type === 'count' && object !== undefined ? [{ object, count: cell.count }] : [];
  });
}

/** The name by which the program knows NumPy. */
function numpyOf(state: MemoryState): string | null {
  const names = Object.entries(state.step.frames[0]?.names ?? {});
  return names.find(([, value]) => value === '<module numpy>')?.[0] ?? null;
}

/** In a function, names of the module cannot be bound to something else. */
const allowed = (lines: readonly string[], { frame }: Place): boolean =>
  frame === null || !lines.some((line) => /^[A-Za-z_]\w* = |^del /.test(line));
