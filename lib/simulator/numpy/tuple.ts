/** Tuples and shapes in both worlds. */
import { IndexErrorType, TypeErrorType } from '../machine/types/exceptions';
import { int, PyInt } from '../memory/atoms';
import { EMPTY_TUPLE, PyList, PyTuple } from '../memory/containers';
import type { Machine, PyObject } from '../memory/object';

/** Use a reference and give it up, also where that raises. */
export function spend<T>(vm: Machine, owned: PyObject, use: () => T): T {
  try {
    return use();
  } finally {
    vm.heap.decref(owned);
  }
}

/** A tuple of these; takes over the references. */
export function makeTuple(vm: Machine, items: PyObject[]): PyTuple {
  return items.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(items));
}

export const intTuple = (vm: Machine, values: readonly number[]): PyTuple =>
  makeTuple(
    vm,
    values.map((n) => int(n)),
  );

/** `operator.index(o)` as a number; what does not fit 64 bits raises IndexError. */
export function indexOf(vm: Machine, o: PyObject): number {
  if (o instanceof PyInt) {
    if (typeof o.value === 'number') return o.value;
    return vm.raise(IndexErrorType, `cannot fit '${o.type.name}' into an index-sized integer`);
  }
  const slot = o.type.slots.index;
  if (slot === undefined)
    return vm.raise(TypeErrorType, `'${typeName(o)}' object cannot be interpreted as an integer`);
  const made = slot(vm, o);
  const value = Number((made as PyInt).value);
  vm.heap.decref(made);
  return value;
}

/** `tp_name`: with the module for the types of NumPy. */
export const typeName = (o: PyObject): string =>
  o.type.module.startsWith('numpy') ? `${o.type.module}.${o.type.name}` : o.type.name;

/** A shape: one integer, or a sequence of them (PyArray_IntpConverter). Raises TypeError. */
export function shapeOf(vm: Machine, o: PyObject): number[] {
  if (o instanceof PyInt) return [indexOf(vm, o)];
  if (o instanceof PyTuple || o instanceof PyList) return o.items.map((n) => indexOf(vm, n));
  if (o.type.slots.index !== undefined && o.type.slots.length === undefined) return [indexOf(vm, o)];
  if (o.type.slots.length === undefined || o.type.slots.getItem === undefined || o.type.name === 'dict')
    return vm.raise(
      TypeErrorType,
      `expected a sequence of integers or a single integer, got '${vm.repr(o)}'`,
    );
  const out: number[] = [];
  const items = vm.iterate(o);
  try {
    for (let item = vm.next(items); item !== null; item = vm.next(items)) {
      try {
        out.push(indexOf(vm, item));
      } finally {
        vm.heap.decref(item);
      }
    }
  } finally {
    vm.heap.decref(items);
  }
  return out;
}

/** Shape in a message: `(3,)`, `(2,3)` (convert_shape_to_string). */
export function shapeText(shape: readonly number[]): string {
  const first = shape.findIndex((n) => n >= 0);
  const shown = first <= 0 ? shape : shape.slice(first);
  const texts = shown.map((n) => (n < 0 ? 'newaxis' : String(n)));
  return shape.length === 1 ? `(${texts[0]},)` : `(${texts.join(',')})`;
}
