/** Drawings are compared up to renaming: which drawn object is meant to be which true one. */
import { cellsOf } from './cells';
import type { DrawnObject, MemoryDiagramAnswer, Reference } from './schema';

/** Assignments that are looked at, at most: enough for every drawing of a question, and a bound for hostile ones. */
const mostTried = 3000;

/**
 * Names the drawn objects so that as many cells as possible say what is true: drawn id → true id. A right drawing
 * is always found; of equally good names the first in order counts.
 */
export function bestNames(
  truth: MemoryDiagramAnswer,
  drawing: MemoryDiagramAnswer,
): ReadonlyMap<string, string> {
  const expected = cellsOf(truth, truth, new Map(truth.objects.map(({ id }) => [id, id])));
  const candidates = truth.objects.map((object) => candidatesFor(object, truth, drawing));
  let best: ReadonlyMap<string, string> = new Map();
  let most = -1;
  let tried = 0;
  const tryFrom = (index: number, names: Map<string, string>): void => {
    if (tried >= mostTried) return;
    const object = truth.objects[index];
    if (object === undefined) {
      tried += 1;
      const said = cellsOf(truth, drawing, names);
      const agreed = [...expected].filter(([cell, says]) => said.get(cell) === says);
      // Of equally good ones, that in which the names are right: by names people tell objects.
      const right = agreed.length + agreed.filter(([cell]) => cell.startsWith('name.')).length / 1000;
      if (right > most) [best, most] = [new Map(names), right];
      return;
    }
    for (const candidate of candidates[index] ?? []) {
      if (names.has(candidate)) continue;
      names.set(candidate, object.id);
      tryFrom(index + 1, names);
      names.delete(candidate);
    }
    tryFrom(index + 1, names);
  };
  tryFrom(0, new Map());
  return best;
}

/** Drawn objects of the same type that a same name or slot leads to, those with the most such references first. */
function candidatesFor(
  object: DrawnObject,
  truth: MemoryDiagramAnswer,
  drawing: MemoryDiagramAnswer,
): string[] {
  const votes = new Map<string, number>();
  const vote = (reference: Reference | null | undefined): void => {
    if (!reference || !('object' in reference)) return;
    votes.set(reference.object, (votes.get(reference.object) ?? 0) + 1);
  };
  const leadsHere = (reference: Reference | null | undefined): boolean =>
    Boolean(reference && 'object' in reference && reference.object === object.id);
  for (const [name, reference] of Object.entries(truth.names)) {
    if (leadsHere(reference) && Object.hasOwn(drawing.names, name)) vote(drawing.names[name]);
  }
  for (const holder of truth.objects) {
    for (const [slot, reference] of Object.entries(holder.slots)) {
      if (!leadsHere(reference)) continue;
      for (const drawn of drawing.objects) {
        if (drawn.type === holder.type && Object.hasOwn(drawn.slots, slot)) vote(drawn.slots[slot]);
      }
    }
  }
  return drawing.objects
    .filter((one) => one.type === object.type && votes.has(one.id))
    .map((one) => one.id)
    .toSorted((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0));
}
