/** What an answer says, cell by cell, in a form in which two answers can be compared. */
import { type Cell, cellSays } from '../cells/cell';
import { type Key, type KindName, kinds, type Shapes } from '../kinds';
import type { PartReading } from '../kinds/contract';
import type { Answer } from '../public';

/** What a cell says: a cell of a table, a line of a drawing, an option that is chosen or not. */
export type Said = Cell | string;
export type Readings = ReadonlyMap<string, Said>;

/** What can be read of an answer that is no program; blank cells are left out. */
export function readingsOf(key: Key, answer: Answer): Readings {
  if (key.kind !== answer.kind || kinds[key.kind].runs) return new Map();
  if (key.kind === 'choice' && key.several && answer.kind === 'choice') {
    if (answer.chosen.length === 0) return new Map();
    const chosen = new Set(answer.chosen);
    return new Map(key.options.map(({ id }) => [`choice.${id}`, chosen.has(id) ? 'chosen' : 'not chosen']));
  }
  const found = new Map<string, Said>();
  for (const { cell, reading } of parts(key.kind, key, answer)) {
    if (reading.status !== 'read') continue;
    found.set(
      cell,
      typeof reading.value === 'object' && 'type' in reading.value ? reading.value : String(reading.value),
    );
  }
  return found;
}

function parts<Name extends KindName>(
  kind: Name,
  key: Shapes[Name]['key'],
  answer: Shapes[Name]['answer'],
): readonly PartReading<Cell | string | readonly string[]>[] {
  // Kinds whose parts are results of goals are programs, and have been left out.
  return kinds[kind].parse(key, answer, null) as readonly PartReading<Cell | string | readonly string[]>[];
}

/** Whether two cells say the same. */
export const saysSame = (a: Said, b: Said): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : cellSays(a, b, false) || cellSays(b, a, false);
