/** What a drawing says, cell by cell, in a form that can be compared. */
import { showLiteral } from '../../literals/literal';
import { readLiteral } from '../../literals/read-literal';
import type { MemoryDiagramAnswer, Reference } from './schema';

/** The other arrays that share the buffer of one, as one text. */
const together = (ids: readonly string[]): string => (ids.length === 0 ? 'alone' : ids.toSorted().join(' '));

/**
 * What each cell of the true drawing says in a drawing whose objects are named by `nameOf`: the id of a true
 * object, 'other' for one that is none of them, a value, 'not defined'. A cell that is left out is undefined.
 */
export function cellsOf(
  truth: MemoryDiagramAnswer,
  drawing: MemoryDiagramAnswer,
  nameOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | undefined> {
  const cells = new Map<string, string | undefined>();
  const say = (reference: Reference | null | undefined): string | undefined => {
    if (reference === undefined) return undefined;
    if (reference === null) return 'not defined';
    if ('object' in reference) return nameOf.get(reference.object) ?? 'other';
    const literal = readLiteral(reference.value);
    return literal === null ? reference.value.trim() : showLiteral(literal);
  };
  for (const name of Object.keys(truth.names)) {
    cells.set(`name.${name}`, say(Object.hasOwn(drawing.names, name) ? drawing.names[name] : undefined));
  }
  const drawnAs = new Map([...nameOf].map(([drawn, name]) => [name, drawn]));
  const arrays = truth.objects.filter((one) => one.type === 'array');
  for (const object of truth.objects) {
    const drawn = drawing.objects.find((one) => one.id === drawnAs.get(object.id));
    for (const slot of Object.keys(object.slots)) {
      const reference =
        drawn !== undefined && Object.hasOwn(drawn.slots, slot) ? drawn.slots[slot] : undefined;
      cells.set(`slot.${object.id}.${slot}`, say(reference));
    }
    if (object.type !== 'array' || arrays.length < 2) continue;
    const sharing = drawing.objects.filter(
      (one) => one.id !== drawn?.id && one.buffer !== null && one.buffer === drawn?.buffer,
    );
    const others = sharing.map((one) => nameOf.get(one.id) ?? 'other');
    cells.set(`buffer.${object.id}`, drawn === undefined ? undefined : together(others));
  }
  return cells;
}
