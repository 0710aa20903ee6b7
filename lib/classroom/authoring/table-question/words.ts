/** Title, prompt, hints and explanation of a table question. Pure. */
import type { Hint } from '@/lib/exercises/content/parts';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import type { ChosenColumn } from './choose';

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** 'a, v and w, step by step'. */
export function titleOf(columns: readonly ChosenColumn[]): string {
  const names = [...new Set(columns.flatMap(({ name }) => (name === '' ? [] : [name])))];
  const subject = names.length === 0 ? 'What is printed' : listed(names);
  return `${subject}, step by step`;
}

/** One question a column, in the order of the table. */
export function promptOf(columns: readonly ChosenColumn[]): string {
  const values = columns.filter(({ type }) => type === 'value').map(({ name }) => `\`${name}\``);
  const asks = [
    ...(values.length === 0 ? [] : [`what ${values.length === 1 ? 'does' : 'do'} ${listed(values)} show`]),
    ...columns.flatMap((column) => askOf(column) ?? []),
  ];
  const dash = columns.some(({ type }) => type === 'value' || type === 'same');
  const lines = [`Fill in the trace table. After each step: ${listed(asks)}?`];
  if (dash) lines.push('', 'Write `-` where a name is not defined.');
  return `${lines.join('\n')}\n`;
}

function askOf({ type, name, about }: ChosenColumn): string | null {
  switch (type) {
    case 'value':
      return null;
    case 'count':
      return `how many references does ${inCode(about, name)} have`;
    case 'freed':
      return `is ${inCode(about, name)} freed`;
    case 'same':
      return `which other names refer to the object of \`${name}\``;
    case 'output':
      return 'what does the step print';
  }
}

const inCode = (about: string, name: string): string => about.replace(` of ${name}`, ` of \`${name}\``);

const thoughts: Readonly<Record<ChosenColumn['type'], (name: string) => string>> = {
  value: (name) => `Which object does \`${name}\` refer to now? What has happened to that object so far?`,
  count: () => 'Go through everything that can hold a reference: names, slots of containers, bases of views.',
  freed: () => 'Does anything still hold a reference to the object?',
  same: (name) => `Which names were bound to the very object that \`${name}\` refers to?`,
  output: () => 'What do the names show at the moment of this print?',
};

const mostHints = 3;

/** Where the first change of a column stands, and what to think of there; it gives no answer away. */
export function hintsOf(columns: readonly ChosenColumn[], rows: TraceTableKey['rows']): Hint[] {
  const order: readonly ChosenColumn['type'][] = ['value', 'count', 'same', 'freed', 'output'];
  const most = order.flatMap((type) => {
    const [first] = columns
      .filter((column) => column.type === type)
      .toSorted((a, b) => b.changes - a.changes);
    return first ?? [];
  });
  return most
    .flatMap((column) => {
      const moves = rows.filter(({ cells }) => cells.some((one) => one.column === column.id && isMove(one)));
      // The first change after a name is bound is where beliefs part; the last one where there is no other.
      const row = moves[1] ?? moves[0];
      return row === undefined
        ? []
        : [{ text: thoughts[column.type](column.name), step: row.step, column: column.label }];
    })
    .slice(0, mostHints);
}

type KeyCell = TraceTableKey['rows'][number]['cells'][number];
const isMove = (cell: KeyCell): boolean => cell.changes && !cell.given;

const mostReasons = 12;
const longestExplanation = 3500;

/** What happens at each step, as the trace tells it: the reasons of the cells that change. */
export function explanationOf(rows: TraceTableKey['rows']): string {
  const reasons = rows.flatMap(({ cells }) => cells.filter(isMove).map(({ reason }) => reason));
  let text = '';
  for (const reason of [...new Set(reasons)].slice(0, mostReasons)) {
    const line = `- ${reason}\n`;
    if (text.length + line.length > longestExplanation) break;
    text += line;
  }
  return text === '' ? 'Nothing in the table changes after its first row.\n' : text;
}
