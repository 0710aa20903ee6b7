/** Why a cell says what it says: the step, and what happened there. */

import { type Cell, type ColumnType, showCell } from '../../cells/cell';
import { type LessonStep, referent, type Timeline } from '../../facts/timeline';

interface AskedColumn {
  readonly type: ColumnType;
  /** The name, or the object in words: 'the array of A'. */
  readonly about: string;
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
      if (was === null) return `${act} makes ${column.about}: its count is ${now}.`;
      if (was === now)
        return `${act} adds no reference to ${column.about} and takes none away: ${now} as before.`;
      return `${act} changes the count of ${column.about} from ${was} to ${now}.${holdersOf(step, column.about, truth)}`;
    case 'same':
      return sameReason(column.about, act, truth, was, now);
    case 'output':
      return now === 'nothing' ? `${act} prints nothing.` : `${act} prints \`${now}\`.`;
    case 'freed':
      if (now === 'No') return `After step ${step.n} something still refers to ${column.about}.`;
      if (was === 'Yes') return `It was freed before step ${step.n}, and what is freed stays freed.`;
      return `${act} takes the last reference away: the count is 0 and ${column.about} is freed at once.`;
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

function holdersOf(step: LessonStep, about: string, truth: Cell): string {
  if (truth.type !== 'count' || truth.count === 0) return ' Nothing refers to it any more.';
  const owner = about.split(' of ').at(-1) ?? '';
  const names = [owner, ...aliases(step, owner)].filter((name) => referent(step.memory, name) !== undefined);
  return names.length === truth.count ? ` It is held by ${listed(names)}.` : '';
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
