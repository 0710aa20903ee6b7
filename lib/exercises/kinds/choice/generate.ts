import { type Cell, cellSays, readCell, showCell } from '../../cells/cell';
import type { Question } from '../../content/questions';
import { believing } from '../../facts/believed';
import { reasonOfCell } from '../../facts/cell-reason';
import { withLines, withoutSteps } from '../../facts/change';
import { type ClaimReason, claimReason } from '../../facts/claim-reason';
import { timelineOrFault } from '../../facts/finished';
import { answerOf, isTrue, questionWords } from '../../facts/questions';
import type { Timeline } from '../../facts/timeline';
import type { MisconceptionId } from '../../misconception-ids';
import { type Fault, type Generated, type Program, refused } from '../contract';
import { believedCell } from './believed-cell';
import type { ChoiceKey } from './key';
import { optionId, placesShown } from './order';
import type { ChoiceSpec, Option } from './schema';

interface JudgedOption {
  readonly text: string;
  readonly code: boolean;
  readonly right: boolean;
  readonly place: number;
  readonly believes: MisconceptionId | null;
}

/** What the options are judged by. */
interface Case {
  readonly timeline: Timeline;
  readonly program: Program;
  readonly ask: Question | undefined;
  readonly change: ChoiceSpec['change'];
  readonly truth: Cell | null;
}

/** Judges every option by the trace. Refused: no right option, two right ones where one is asked, equal options. */
export function generateChoice(spec: ChoiceSpec, program: Program, seed: number): Generated<ChoiceKey> {
  const shown = timelineOrFault(program.run(program.source));
  if ('message' in shown) return refused(shown);
  const timeline = spec.change === undefined ? shown : withoutSteps(shown, spec.change, program.run);
  if ('message' in timeline) return refused(timeline);
  const faults: Fault[] = [];
  const asked = spec.ask === undefined ? null : answerOf(timeline, spec.ask);
  if (asked?.status === 'none') faults.push({ path: ['ask'], message: `Nothing to ask: ${asked.message}.` });
  const truth = asked?.status === 'answered' ? asked : null;
  const all: Case = { timeline, program, ask: spec.ask, change: spec.change, truth: truth?.cell ?? null };
  const options = spec.options.map((option, index) => {
    const judged = judge(option, all);
    if (typeof judged !== 'string') {
      const believes = typeof option === 'object' ? (option.believes ?? null) : null;
      return { ...judged, place: index + 1, believes };
    }
    faults.push({ path: ['options', index], message: judged });
    return null;
  });
  faults.push(...faultsOfOptions(spec, options));
  if (faults.length > 0) return { status: 'refused', faults };
  const judged = options.filter((option) => option !== null);
  const order = placesShown(spec.order, judged.length, seed).flatMap((place) => judged[place - 1] ?? []);
  const key: ChoiceKey = {
    kind: 'choice',
    several: spec.several,
    options: order.map((option, index) => ({ id: optionId(index), ...option })),
    ...evidenceOf(timeline, spec, truth, judged),
  };
  return { status: 'made', key, warnings: [] };
}

type Said = Pick<JudgedOption, 'text' | 'code' | 'right'>;

/** The option with its text and whether it is right, or what is wrong with it. */
function judge(option: Option, all: Case): Said | string {
  const { timeline, ask, truth } = all;
  if (typeof option === 'object' && 'when' in option) {
    const right = isTrue(timeline, option.when);
    if (right === null) return 'The claim speaks of an object or a step that the program does not have.';
    return { text: option.text, code: false, right };
  }
  if (ask === undefined) return 'An option without its own claim (when) needs a question (ask).';
  if (typeof option === 'object' && !('is' in option)) {
    const other = computed(option, ask, all);
    return typeof other === 'string' ? other : optionOf(other, ask, truth);
  }
  const value = typeof option === 'object' ? option.is : option;
  const reading = readCell(typeOf(ask), String(value));
  if (reading.status !== 'read') return `The option "${String(value)}" is no answer to this question.`;
  return optionOf(reading.cell, ask, truth);
}

type Computed = Exclude<Extract<Option, object>, { when: unknown } | { is: unknown }>;

/** The answer to another question, or to the same one about another program, or on a machine that holds a belief. */
function computed(option: Computed, ask: Question, { timeline, program, change }: Case): Cell | string {
  if (!('ask' in option) && !('instead' in option)) {
    const { source } = program;
    const said = believedCell(ask, change, { source, run: believing([option.believes]) });
    return said ?? `What ${option.believes} leads to cannot be told.`;
  }
  const other = 'instead' in option ? withLines(program.source, option.instead, program.run) : timeline;
  if ('message' in other) return `The option cannot be computed: ${other.message}`;
  const answer = answerOf(other, 'ask' in option ? option.ask : ask);
  return answer.status === 'none' ? `The option cannot be computed: ${answer.message}.` : answer.cell;
}

/** The text of an option that says a cell, and whether it is right. */
export function optionOf(cell: Cell, ask: Question, truth: Cell | null): Said {
  const text = 'stepWhere' in ask ? `Step ${showCell(cell)}` : showCell(cell);
  return {
    text,
    code: 'value' in ask && cell.type === 'value',
    right: truth !== null && cellSays(cell, truth, false),
  };
}

function typeOf(ask: Question): 'value' | 'count' | 'freed' | 'same' {
  if ('value' in ask) return 'value';
  if ('same' in ask) return 'same';
  return 'freed' in ask ? 'freed' : 'count';
}

function faultsOfOptions(spec: ChoiceSpec, options: readonly (JudgedOption | null)[]): Fault[] {
  const faults: Fault[] = [];
  const texts = new Set<string>();
  options.forEach((option, index) => {
    if (option === null) return;
    if (texts.has(option.text)) {
      faults.push({ path: ['options', index], message: `The option "${option.text}" is there twice.` });
    }
    texts.add(option.text);
  });
  if (options.includes(null)) return faults;
  const right = options.filter((option) => option?.right).length;
  if (right === 0) faults.push({ path: ['options'], message: 'No option is right on the trace.' });
  if (right > 1 && !spec.several) {
    faults.push({ path: ['options'], message: `${right} options are right; one may be chosen.` });
  }
  return faults;
}

/** The reason that the review gives, and the step it points to. */
function evidenceOf(
  timeline: Timeline,
  { ask, options }: ChoiceSpec,
  truth: { readonly cell: Cell; readonly step: number | null } | null,
  judged: readonly JudgedOption[],
): { reason: string; step: number | null } {
  if (ask !== undefined && truth !== null) {
    const answer = `${questionWords(timeline, ask)} ${showCell(truth.cell)}.`;
    const why = whyAnswer(timeline, ask, truth.step);
    return { reason: why === null ? answer : `${answer} ${why}`, step: truth.step };
  }
  const right = judged.filter((option) => option.right);
  const reasons = right.map(({ place, text }) => ({ text, why: whyRight(timeline, options[place - 1]) }));
  return {
    reason: reasons.map(({ text, why }) => why?.reason ?? text).join(' '),
    step: reasons.find(({ why }) => why !== null)?.why?.step ?? null,
  };
}

/** What happened at the step that decided the answer; null where no one step did. */
function whyAnswer(timeline: Timeline, ask: Question, found: number | null): string | null {
  if ('stepWhere' in ask) {
    const claim = { of: ask.stepWhere.of, step: found ?? ('end' as const), count: ask.stepWhere.count };
    return claimReason(timeline, claim)?.reason ?? null;
  }
  if ('count' in ask)
    return claimReason(timeline, { of: ask.count, step: ask.step, count: 0 })?.reason ?? null;
  if ('freed' in ask)
    return claimReason(timeline, { of: ask.freed, step: ask.step, freed: true })?.reason ?? null;
  const until = ask.step === 'end' ? timeline.steps.at(-1) : timeline.steps[ask.step - 1];
  if (until === undefined) return null;
  const why =
    'value' in ask
      ? reasonOfCell(timeline, until, 'value', ask.value)
      : reasonOfCell(timeline, until, 'same', ask.same);
  return why?.reason ?? null;
}

const whyRight = (timeline: Timeline, option: Option | undefined): ClaimReason | null =>
  typeof option === 'object' && 'when' in option ? claimReason(timeline, option.when) : null;
