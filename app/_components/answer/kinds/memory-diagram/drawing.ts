/** What can be done to a drawing. Pure: each answers a new drawing. */
import * as words from '../../../../_words';
import type { AnswerOf, ExerciseOf } from '../../model';

export type Drawing = AnswerOf<'memory-diagram'>;
export type DrawnObject = Drawing['objects'][number];
export type DrawnType = ExerciseOf<'memory-diagram'>['types'][number];
/** undefined: nothing said yet; null: the name is not defined. */
export type Target = Drawing['names'][string] | undefined;

/** Objects that a drawing may have, as the answer's schema says. */
export const mostObjects = 16;

/** '#2 list': objects are numbered in the order in which they were drawn. */
export function drawnName(drawing: Drawing, id: string): string {
  const index = drawing.objects.findIndex((one) => one.id === id);
  const type = drawing.objects[index]?.type ?? '';
  return index < 0 ? '' : `#${index + 1} ${type}`;
}

/** Hue of a drawn object, 1 to 6, by its number; 0 for none. */
export function drawnHue(drawing: Drawing, id: string | null): number {
  const index = drawing.objects.findIndex((one) => one.id === id);
  return index < 0 ? 0 : (index % 6) + 1;
}

/** What a name or slot refers to, in words; empty where nothing is said. */
export function referenceText(drawing: Drawing, target: Target): string {
  if (target === undefined) return '';
  if (target === null) return words.kinds.diagram.unbound;
  return 'object' in target ? drawnName(drawing, target.object) : target.value.trim();
}

/** The object that a target is; null for a value, and for nothing. */
export const objectOf = (target: Target): string | null =>
  target && 'object' in target ? target.object : null;

/** With one more object. Answers its id as well. */
export function addObject(drawing: Drawing, type: DrawnType): { drawing: Drawing; id: string } {
  const numbers = drawing.objects.map(({ id }) => Number(id.slice(1)) || 0);
  const id = `d${Math.max(0, ...numbers) + 1}`;
  return {
    id,
    drawing: { ...drawing, objects: [...drawing.objects, { id, type, slots: {}, buffer: null }] },
  };
}

/** Without an object; what referred to it says nothing again. */
export function removeObject(drawing: Drawing, id: string): Drawing {
  const kept = <T extends Record<string, Target>>(references: T): T =>
    Object.fromEntries(Object.entries(references).filter(([, to]) => objectOf(to) !== id)) as T;
  return {
    ...drawing,
    names: kept(drawing.names),
    objects: drawing.objects
      .filter((one) => one.id !== id)
      .map((one) => ({ ...one, slots: kept(one.slots) })),
  };
}

/** With a name that refers to something else. */
export function setName(drawing: Drawing, name: string, target: Target): Drawing {
  const { [name]: _, ...others } = drawing.names;
  return { ...drawing, names: target === undefined ? others : { ...others, [name]: target } };
}

/** With a slot that refers to something else; a new slot where there was none. undefined: without it. */
export function setSlot(drawing: Drawing, id: string, slot: string, target: Exclude<Target, null>): Drawing {
  return onObject(drawing, id, (object) => {
    const { [slot]: _, ...others } = object.slots;
    // A slot keeps its place among the others when it changes.
    if (target !== undefined && slot in object.slots)
      return { ...object, slots: { ...object.slots, [slot]: target } };
    return { ...object, slots: target === undefined ? others : { ...others, [slot]: target } };
  });
}

/** With an array that shares the buffer of another, or has one of its own. */
export function shareBuffer(drawing: Drawing, id: string, other: string | null): Drawing {
  if (other === null) return onObject(drawing, id, (object) => ({ ...object, buffer: null }));
  const label = drawing.objects.find((one) => one.id === other)?.buffer ?? `b${other}`;
  const withOther = onObject(drawing, other, (object) => ({ ...object, buffer: label }));
  return onObject(withOther, id, (object) => ({ ...object, buffer: label }));
}

/** The first other array that shares the buffer of one; null where it has its own. */
export function bufferMate(drawing: Drawing, id: string): string | null {
  const buffer = drawing.objects.find((one) => one.id === id)?.buffer ?? null;
  const mate = drawing.objects.find((one) => one.id !== id && one.buffer !== null && one.buffer === buffer);
  return mate?.id ?? null;
}

function onObject(drawing: Drawing, id: string, change: (object: DrawnObject) => DrawnObject): Drawing {
  return { ...drawing, objects: drawing.objects.map((one) => (one.id === id ? change(one) : one)) };
}

/** The label of the next slot of a sequence; a mapping or an object is labelled by hand. */
export function nextSlot(object: DrawnObject): string {
  const numbers = Object.keys(object.slots).map(Number).filter(Number.isInteger);
  return object.type === 'list' || object.type === 'tuple' ? String(Math.max(-1, ...numbers) + 1) : '';
}
