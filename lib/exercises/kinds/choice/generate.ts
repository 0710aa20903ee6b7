import { shuffled } from '@/lib/common/random';
import { type Cell, cellSays, readCell, showCell } from '../../cells/cell';
import type { Question } from '../../content/questions';
import { answerOf, isTrue, questionWords } from '../../facts/questions';
import type { Timeline } from '../../facts/timeline';
import type { Fault, Generated, Runs } from '../contract';
import type { ChoiceKey } from './key';
import type { ChoiceSpec, Option } from './schema';

interface JudgedOption {
  readonly text: string;
  readonly code: boolean;
  readonly right: boolean;
}

/** Judges every option by the trace. Refused: no right option, two right ones where one is asked, equal options. */
export function generateChoice(spec: ChoiceSpec, runs: Runs, seed: number): Generated<ChoiceKey> {
  const faults: Fault[] = [];
  const asked = spec.ask === undefined ? null : answerOf(runs.asked, spec.ask);
  if (asked?.status === 'none') faults.push({ path: ['ask'], message: `Nothing to ask: ${asked.message}.` });
  const truth = asked?.status === 'answered' ? asked : null;
  const options = spec.options.map((option, index) => {
    const judged = judge(option, runs.asked, spec.ask, truth?.cell ?? null);
    if (typeof judged !== 'string') return judged;
    faults.push({ path: ['options', index], message: judged });
    return null;
  });
  faults.push(...faultsOfOptions(spec, options));
  if (faults.length > 0) return { status: 'refused', faults };
  const judged = options.filter((option) => option !== null);
  const order = spec.order === 'shuffled' ? shuffled(judged, seed, 'options') : judged;
  const key: ChoiceKey = {
    kind: 'choice',
    several: spec.several,
    options: order.map((option, index) => ({ id: String.fromCharCode(97 + index), ...option })),
    reason: reasonOf(runs.asked, spec.ask, truth?.cell ?? null, judged),
    step: truth?.step ?? null,
  };
  return { status: 'made', key, warnings: [] };
}

/** The option with its text and whether it is right, or what is wrong with it. */
function judge(
  option: Option,
  timeline: Timeline,
  ask: Question | undefined,
  truth: Cell | null,
): JudgedOption | string {
  if (typeof option === 'object' && 'when' in option) {
    const right = isTrue(timeline, option.when);
    if (right === null) return 'The claim speaks of an object or a step that the program does not have.';
    return { text: option.text, code: false, right };
  }
  if (ask === undefined) return 'An option without its own claim (when) needs a question (ask).';
  if (typeof option === 'object') {
    const other = answerOf(timeline, option.ask);
    if (other.status === 'none') return `The option cannot be computed: ${other.message}.`;
    return optionOf(other.cell, ask, truth);
  }
  const reading = readCell(typeOf(ask), String(option));
  if (reading.status !== 'read') return `The option "${String(option)}" is no answer to this question.`;
  return optionOf(reading.cell, ask, truth);
}

function optionOf(cell: Cell, ask: Question, truth: Cell | null): JudgedOption {
  const text = 'stepWhere' in ask ? `Step ${showCell(cell)}` : showCell(cell);
  return {
    text,
    code: 'value' in ask && cell.type === 'value',
    right: truth !== null && cellSays(cell, truth, false),
  };
}

function typeOf(ask: Question): 'value' | 'count' | 'freed' {
  if ('value' in ask) return 'value';
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

function reasonOf(
  timeline: Timeline,
  ask: Question | undefined,
  truth: Cell | null,
  options: readonly JudgedOption[],
): string {
  if (ask !== undefined && truth !== null) return `${questionWords(timeline, ask)} ${showCell(truth)}.`;
  const right = options.filter((option) => option.right).map((option) => option.text);
  return right.join(' ');
}
