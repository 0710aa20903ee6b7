/** The method resolution order (mro_implementation, Objects/typeobject.c). */
import type { Machine, PyType } from '../memory/object';
import { TypeErrorType } from './types/exceptions';

/** C3 of the bases, without the class itself. Errors: TypeError. */
export function mergeBases(vm: Machine, bases: readonly PyType[]): PyType[] {
  for (const [i, base] of bases.entries())
    if (bases.indexOf(base) !== i) vm.raise(TypeErrorType, `duplicate base class ${base.name}`);
  const lists = [...bases.map((base) => [...base.mro]), [...bases]];
  const merged: PyType[] = [];
  for (;;) {
    const left = lists.filter((list) => list.length > 0);
    if (left.length === 0) return merged;
    vm.charge(0, 2 * left.length);
    const next = left.map((list) => list[0] as PyType).find((head) => isFree(vm, head, left));
    if (next === undefined) return inconsistent(vm, left);
    merged.push(next);
    for (const list of left) if (list[0] === next) list.shift();
  }
}

function isFree(vm: Machine, head: PyType, lists: readonly PyType[][]): boolean {
  vm.charge(0, lists.length);
  return lists.every((list) => list.indexOf(head) <= 0);
}

function inconsistent(vm: Machine, lists: readonly PyType[][]): never {
  const names = [...new Set(lists.map((list) => (list[0] as PyType).name))];
  return vm.raise(
    TypeErrorType,
    `Cannot create a consistent method resolution\norder (MRO) for bases ${names.join(', ')}`,
  );
}
