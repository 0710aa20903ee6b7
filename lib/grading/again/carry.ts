/**
 * What a stored answer says to a corrected question. An answer belongs to what its author saw: it is carried over
 * where the corrected exercise asks about the same program, and what was not asked then is not counted now.
 */
import type { FilledExercise } from '@/lib/exercises/content/exercise-file';
import type { Key } from '@/lib/exercises/kinds';
import type { ChoiceKey } from '@/lib/exercises/kinds/choice/key';
import type { CollectionKey } from '@/lib/exercises/kinds/collection/key';
import type { OrderKey } from '@/lib/exercises/kinds/order/key';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import type { Answer } from '@/lib/exercises/public';
import { blankAnswer, gradeAnswer } from '../grade';

/** A variant of an exercise, as one student has it. */
export interface Variant {
  readonly content: FilledExercise;
  readonly key: Key;
}

export type Carried =
  | {
      readonly status: 'carried';
      readonly answer: Answer;
      /** The cells of the corrected question that were asked before; null: all of them count. */
      readonly asked: ReadonlySet<string> | null;
    }
  /** The answer keeps its marks; why, as a sentence. */
  | { readonly status: 'kept'; readonly why: string };

const kept = (why: string): Carried => ({ status: 'kept', why });
const carried = (answer: Answer, asked: ReadonlySet<string> | null): Carried => ({
  status: 'carried',
  answer,
  asked,
});

/** Carries an answer over from the variant that was seen to the corrected one. */
export function carryAnswer(seen: Variant, corrected: Variant, answer: Answer): Carried {
  const [before, now] = [seen.key, corrected.key];
  if (before.kind !== now.kind || answer.kind !== now.kind)
    return kept('The corrected exercise is of another kind.');
  // A program is judged by the goals, whatever it began from; the lines of an order are compared one by one.
  if (now.kind === 'program') return carried(answer, null);
  if (now.kind === 'order' && before.kind === 'order' && answer.kind === 'order')
    return carryOrder(before, now, answer);
  if (seen.content.snippet !== corrected.content.snippet)
    return kept('The corrected exercise asks about another program.');
  if (now.kind === 'choice' && before.kind === 'choice' && answer.kind === 'choice')
    return carryChoice(before, now, answer);
  if (now.kind === 'collection' && before.kind === 'collection' && answer.kind === 'collection')
    return carryCollection(before, now, answer);
  if (now.kind === 'trace-table' && before.kind === 'trace-table')
    return carried(answer, new Set([...askedIn(seen)].filter(sameColumn(before, now))));
  if (now.kind === 'memory-diagram' && before.kind === 'memory-diagram') {
    if (now.after?.step !== before.after?.step)
      return kept('The corrected exercise asks for the state after another step.');
  }
  return carried(answer, askedIn(seen));
}

/** The cells that a variant asks for. */
function askedIn({ content, key }: Variant): Set<string> {
  return new Set(gradeAnswer(content.exercise, key, blankAnswer(key), 1).cells.map(({ cell }) => cell));
}

/** Options are told by their text; one whose text was corrected, by its place in the file. */
function carryChoice(
  before: ChoiceKey,
  now: ChoiceKey,
  answer: Extract<Answer, { kind: 'choice' }>,
): Carried {
  const known = new Set(before.options.map(({ text }) => text));
  const chosen = answer.chosen.map((id) => {
    const option = before.options.find((one) => one.id === id);
    const same = now.options.find(({ text }) => text === option?.text);
    const mended = now.options.find(({ place, text }) => place === option?.place && !known.has(text));
    return (same ?? mended)?.id;
  });
  if (chosen.some((id) => id === undefined)) return kept('An option that was chosen is no longer there.');
  return carried({ ...answer, chosen: chosen.flatMap((id) => id ?? []) }, null);
}

/** Lines are told by their text. */
function carryOrder(before: OrderKey, now: OrderKey, answer: Extract<Answer, { kind: 'order' }>): Carried {
  if (before.head !== now.head) return kept('The corrected exercise begins with other lines.');
  const left = [...now.lines];
  const lines = answer.lines.map((id) => {
    const text = before.lines.find((one) => one.id === id)?.text;
    const place = left.findIndex((one) => one.text === text);
    return place < 0 ? undefined : left.splice(place, 1)[0]?.id;
  });
  if (lines.some((id) => id === undefined)) return kept('A line that was used is no longer there.');
  return carried({ ...answer, lines: lines.flatMap((id) => id ?? []) }, null);
}

/** Objects are told by their words. */
function carryCollection(
  before: CollectionKey,
  now: CollectionKey,
  answer: Extract<Answer, { kind: 'collection' }>,
): Carried {
  const asked = new Set<string>();
  const cells: Record<string, string> = {};
  now.objects.forEach(({ label }, index) => {
    const place = before.objects.findIndex((one) => one.label === label);
    if (place < 0) return;
    for (const ask of ['when', 'how'] as const) {
      asked.add(`${index + 1}.${ask}`);
      const text = answer.cells[`${place + 1}.${ask}`];
      if (text !== undefined) cells[`${index + 1}.${ask}`] = text;
    }
  });
  return carried({ ...answer, cells }, asked);
}

/** Whether a cell's column asks the same in both: a column that keeps its id may ask about something else. */
function sameColumn(before: TraceTableKey, now: TraceTableKey): (cell: string) => boolean {
  const says = (key: TraceTableKey, id: string) => {
    const column = key.columns.find((one) => one.id === id);
    return column === undefined ? undefined : `${column.type} ${column.about}`;
  };
  return (cell) => {
    const id = cell.slice(cell.indexOf('.') + 1);
    return says(before, id) !== undefined && says(before, id) === says(now, id);
  };
}
