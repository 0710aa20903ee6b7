/** What the iterators of itertools have in common (Modules/itertoolsmodule.c). */
import type { Machine, PyObject, PyType } from '../../../memory/object';
import { builtinType, ObjectType } from '../../../memory/types';
import { type BoundArguments, bind, checkPositional, define, signature } from '../../builtin';
import { own } from '../../types/convert';
import type { PyHolding } from '../holding';

export interface ToolType {
  readonly name: string;
  readonly signature: string;
  /** A new iterator from bound arguments. */
  make(vm: Machine, args: BoundArguments, type: PyType): PyObject;
  /** The next value, a new reference, or null at the end. */
  next(vm: Machine, it: PyHolding): PyObject | null;
  readonly repr?: (vm: Machine, it: PyHolding) => PyObject;
}

/** A class of iterators. */
export function toolType(tool: ToolType): PyType {
  const type = builtinType(tool.name, ObjectType, 'itertools');
  const text = signature(tool.signature);
  define(type, {
    iter: (_vm, it) => own(it),
    next: (vm, it) => tool.next(vm, it as PyHolding),
    new: (vm, cls, args, names) => {
      if (cls !== type)
        vm.refuse(`subclass of ${tool.name}`, `A class derived from ${tool.name} is not supported.`);
      if (text.style === 'one' && names.length === 0) checkPositional(vm, tool.name, args.length, 1, 1);
      return tool.make(vm, bind(vm, text, tool.name, tool.name, args, names), type);
    },
    init: () => undefined,
    ...(tool.repr === undefined
      ? {}
      : { repr: (vm, it) => (tool.repr as NonNullable<ToolType['repr']>)(vm, it as PyHolding) }),
  });
  return type;
}

/** Iterate over these, in turn; where one fails, give up the others. */
export function iterateAll(vm: Machine, iterables: readonly PyObject[]): PyObject[] {
  const iterators: PyObject[] = [];
  try {
    for (const iterable of iterables) iterators.push(vm.iterate(iterable));
  } catch (raised) {
    vm.heap.decrefAll(iterators);
    throw raised;
  }
  return iterators;
}

/** Add a new iterator to the heap. */
export const add = (vm: Machine, it: PyHolding): PyHolding => vm.heap.add(it);
