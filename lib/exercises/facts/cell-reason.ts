/** Why a cell says what it says: the step, and what happened there. */

import { holders, type ObjectId } from '@/lib/simulator';
import { type Cell, type ColumnType, showCell } from '../cells/cell';
import { sameCell } from './names';
import { fateOf, type LessonStep, referent, type Timeline, valueCell } from './timeline';

interface AskedColumn {
  readonly type: ColumnType;
  /** The name, or the object in words: 'the array of A'. */
  readonly about: string;
  /** The object of a count or freed column. */
  readonly object: ObjectId | null;
}

/** One or two sentences for a cell; `before` is what the column said one step earlier, null at the first. */
export function reasonFor(
  timeline: Timeline,
  step: LessonStep,
  column: AskedColumn,
  truth: Cell,
  before: Cell | null,
): string {
  const act = `Step ${step.n}, \`${step.source}\`,`;
  const now = showCell(truth);
  const was = before === null ? null : showCell(before);
  switch (column.type) {
    case 'value':
      return valueReason(timeline, step, column.about, act, truth, was);
    case 'count':
      return countReason(timeline, step, column, act, was, now);
    case 'same':
      return sameReason(column.about, act, truth, was, now);
    case 'output':
      return now === 'nothing' ? `${act} prints nothing.` : `${act} prints \`${now}\`.`;
    case 'freed':
      return freedReason(timeline, step, column, act, was, now);
  }
}

function valueReason(
  timeline: Timeline,
  step: LessonStep,
  name: string,
  act: string,
  truth: Cell,
  was: string | null,
): string {
  const now = showCell(truth);
  if (truth.type === 'undefined') {
    if (was !== null && was !== now) return `${act} removes the name ${name}.`;
    const wasBound = timeline.steps.some((one) => one.n < step.n && referent(one.memory, name) !== undefined);
    return wasBound
      ? `The name ${name} was removed before step ${step.n}.`
      : `After step ${step.n} nothing is bound to the name ${name} yet.`;
  }
  if (was === now) return `${act} does not change what ${name} shows.`;
  const others = aliases(step, name);
  const shared = others.length === 0 ? '' : ` ${listed([name, ...others])} refer to the same object.`;
  if (was === null || was === 'not defined') return `${act} binds ${name}: it shows ${now}.${shared}`;
  return `${act} changes what ${name} shows from ${was} to ${now}.${shared}`;
}

function sameReason(name: string, act: string, truth: Cell, was: string | null, now: string): string {
  if (truth.type !== 'same') return `After this step nothing is bound to the name ${name}.`;
  const lead = was === now ? ' changes nothing here: ' : ' is done: ';
  if (truth.names.length === 0) return `${act}${lead}no other name refers to the object of ${name}.`;
  const verb = truth.names.length === 1 ? 'refers' : 'refer';
  return `${act}${lead}${listed(truth.names)} ${verb} to the object of ${name} as well.`;
}

/** The other names of the module that refer to the same object. */
function aliases(step: LessonStep, name: string): string[] {
  const value = referent(step.memory, name);
  if (typeof value !== 'number') return [];
  const names = step.memory.step.frames[0]?.names ?? {};
  return Object.keys(names).filter((other) => other !== name && names[other] === value);
}

function countReason(
  timeline: Timeline,
  step: LessonStep,
  { about, object }: AskedColumn,
  act: string,
  was: string | null,
  now: string,
): string {
  if (was === null) return `${act} makes ${about}: its count is ${now}.`;
  const before = timeline.steps[step.n - 2];
  if (was === now) {
    const same = before === undefined || placesOf(before, object) === placesOf(step, object);
    return same
      ? `${act} adds no reference to ${about} and takes none away: ${now} as before.`
      : `${act} takes a reference to ${about} away and adds another: ${now} as before.`;
  }
  const change = `${act} changes the count of ${about} from ${was} to ${now}.`;
  if (now !== '0') return `${change}${heldWords(step, object)}`;
  return freedByCollector(timeline, step, object)
    ? `${change} The collector runs, and finds that no name leads to it any more.`
    : `${change} Nothing refers to it any more.`;
}

/** The slots that hold an object, whatever their holders are called by now. */
function placesOf(step: LessonStep, object: ObjectId | null): string {
  const held = object === null ? [] : (holders(step.memory).get(object) ?? []);
  return held
    .map(({ from, kind, slot }) => JSON.stringify([from, kind, slot]))
    .toSorted()
    .join();
}

function freedReason(
  timeline: Timeline,
  step: LessonStep,
  { about, object }: AskedColumn,
  act: string,
  was: string | null,
  now: string,
): string {
  if (now === 'No')
    return `After step ${step.n} something still refers to ${about}.${heldWords(step, object)}`;
  if (was === 'Yes') return `It was freed before step ${step.n}, and what is freed stays freed.`;
  return freedByCollector(timeline, step, object)
    ? `${act} runs the collector: no name leads to ${about}, and it is freed with the cycle that kept its count above 0.`
    : `${act} takes the last reference away: the count is 0 and ${about} is freed at once.`;
}

function freedByCollector(timeline: Timeline, step: LessonStep, object: ObjectId | null): boolean {
  const fate = object === null ? null : fateOf(timeline, object, step.memory);
  return fate?.state === 'freed' && fate.by === 'gc';
}

/** Holders that are named; of more, their number is told. */
const mostNamed = 4;

function heldWords(step: LessonStep, object: ObjectId | null): string {
  const held = heldBy(step, object);
  const more = held.length - mostNamed;
  const words = more > 0 ? [...held.slice(0, mostNamed), `${more} more`] : held;
  return words.length === 0 ? '' : ` It is held by ${listed(words)}.`;
}

/** Who holds an object after a step, one entry a reference: 'A', 'list box[0]', 'base of v'. */
function heldBy(step: LessonStep, object: ObjectId | null): string[] {
  const held = object === null ? [] : (holders(step.memory).get(object) ?? []);
  return held.map(({ label }) => label.replace(/^name /, ''));
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The step since which a cell says what it says after another, and what it said before that. */
export function lastChange(
  timeline: Timeline,
  until: LessonStep,
  truthAfter: (step: LessonStep) => Cell | null,
): { readonly step: LessonStep; readonly before: Cell | null } {
  const text = (step: LessonStep) => {
    const cell = truthAfter(step);
    return cell === null ? null : showCell(cell);
  };
  const other = timeline.steps.findLast((one) => one.n < until.n && text(one) !== text(until));
  const step = timeline.steps[other?.n ?? 0] ?? until;
  return { step, before: other === undefined ? null : truthAfter(other) };
}

/** The reason of what a name shows, or of which names share its object, at the step since which it is so. */
export function reasonOfCell(
  timeline: Timeline,
  until: LessonStep,
  type: 'value' | 'same',
  name: string,
): { readonly reason: string; readonly step: number } | null {
  const truthAfter = ({ memory }: LessonStep) =>
    type === 'value' ? valueCell(memory, name) : sameCell(memory, name);
  const { step, before } = lastChange(timeline, until, truthAfter);
  const truth = truthAfter(step);
  if (truth === null) return null;
  const column = { type, about: name, object: null };
  return { reason: reasonFor(timeline, step, column, truth, before), step: step.n };
}
