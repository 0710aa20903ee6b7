/** The cells of a drawing in words. */
import type { MemoryDiagramAnswer } from './schema';

interface CellWords {
  readonly label: string;
  readonly expected: string;
  readonly reason: string;
  readonly weight: number;
}

/** A reference that nothing shares says less than one that does. */
const weightOfShared = 1;
const weightOfAlone = 0.5;
/** A buffer that no other array shares is what it is for most arrays. */
const weightOfOwnBuffer = 0.2;

/** What a cell is called, what it says, why, and what it weighs. */
export function cellWords(drawing: MemoryDiagramAnswer, cell: string, says: string): CellWords {
  const [part = '', ...rest] = cell.split('.');
  if (part === 'buffer') return bufferWords(drawing, rest[0] ?? '', says);
  const label =
    part === 'name'
      ? `the name ${rest[0]}`
      : `${slotWords(rest.slice(1).join('.'))} of ${objectWords(drawing, rest[0] ?? '')}`;
  const object = drawing.objects.find((one) => one.id === says);
  if (object === undefined) {
    const bound = says !== 'not defined';
    const reason = bound
      ? `${capital(label)} refers to ${says}.`
      : `The name ${rest[0]} is not defined here.`;
    return { label, expected: says, reason, weight: weightOfAlone };
  }
  const others = leadingTo(drawing, says).filter((one) => one !== label);
  const verb = others.length === 1 ? 'leads' : 'lead';
  const expected = `${others.length === 0 ? 'an' : 'the same'} ${object.type}${
    others.length === 0 ? ' that nothing else refers to' : ` as ${others.join(' and ')}`
  }`.replace(/^an (list|tuple|dict|set)/, 'a $1');
  const reason =
    others.length === 0
      ? `Nothing but ${label} refers to this ${object.type}.`
      : `${capital(others.join(' and '))} ${verb} to the same ${object.type}: it was not copied.`;
  return { label, expected, reason, weight: others.length === 0 ? weightOfAlone : weightOfShared };
}

function bufferWords(drawing: MemoryDiagramAnswer, id: string, says: string): CellWords {
  const array = objectWords(drawing, id);
  const label = `the buffer of ${array}`;
  if (says === 'alone') {
    return {
      label,
      expected: 'its own',
      reason: `No other array shares the buffer of ${array}.`,
      weight: weightOfOwnBuffer,
    };
  }
  const others = says.split(' ').map((one) => objectWords(drawing, one));
  const expected = `shared with ${others.join(' and ')}`;
  return {
    label,
    expected,
    reason: `${capital(array)} and ${others.join(' and ')} show the same buffer.`,
    weight: weightOfShared,
  };
}

/** The names and slots that refer to an object, in words. */
function leadingTo(drawing: MemoryDiagramAnswer, id: string): string[] {
  const names = Object.entries(drawing.names).flatMap(([name, to]) =>
    to !== null && 'object' in to && to.object === id ? [`the name ${name}`] : [],
  );
  const slots = drawing.objects.flatMap((one) =>
    Object.entries(one.slots).flatMap(([slot, to]) =>
      'object' in to && to.object === id ? [`${slotWords(slot)} of ${objectWords(drawing, one.id)}`] : [],
    ),
  );
  return [...names, ...slots];
}

const slotWords = (slot: string): string => (slot === 'base' ? 'the base' : `slot ${slot}`);

/** 'the list of A'; 'the nameless list'. */
export function objectWords(drawing: MemoryDiagramAnswer, id: string): string {
  const type = drawing.objects.find((one) => one.id === id)?.type ?? 'object';
  const name = Object.entries(drawing.names).find(
    ([, to]) => to !== null && 'object' in to && to.object === id,
  )?.[0];
  return name === undefined ? `the nameless ${type}` : `the ${type} of ${name}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
