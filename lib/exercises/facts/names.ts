/** Which names of the module refer to what. */
import type { MemoryState, ObjectId, ObjectRecord } from '@/lib/simulator';
import type { Cell } from '../cells/cell';
import { referent } from './timeline';

/** The names of the module that are bound, in order of binding, without those of modules and the interpreter. */
export function moduleNames(memory: MemoryState): string[] {
  return Object.keys(memory.step.frames[0]?.names ?? {}).filter((name) => {
    const value = referent(memory, name);
    return value !== undefined && !name.startsWith('__') && !isModule(value);
  });
}

const isModule = (value: number | string): boolean =>
  typeof value === 'string' && value.startsWith('<module ');

/** The other names that refer to the object of this name, in the order of the alphabet. */
export function otherNames(memory: MemoryState, name: string): string[] {
  const value = referent(memory, name);
  if (typeof value !== 'number') return [];
  return moduleNames(memory)
    .filter((other) => other !== name && referent(memory, other) === value)
    .toSorted();
}

/** The record of the object that a name refers to; undefined where it is not bound, or to an atom. */
export function recordOf(memory: MemoryState, name: string): ObjectRecord | undefined {
  const value = referent(memory, name);
  return typeof value === 'number' ? memory.objects.get(value as ObjectId) : undefined;
}

/** What a cell about the same object should say; null for a number, a text and other atoms: they have no identity. */
export function sameCell(memory: MemoryState, name: string): Cell | null {
  const value = referent(memory, name);
  if (value === undefined) return { type: 'undefined' };
  return typeof value === 'number' ? { type: 'same', names: otherNames(memory, name) } : null;
}
