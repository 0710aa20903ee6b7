/**
 * Constants of a program: equal ones are one object, as CPython's compiler merges them over all code objects of a
 * module (merge_consts_recursive, _PyCode_ConstantKey).
 */

import { type PySet, setItems } from '../machine/types/set';
import {
  Ellipsis,
  False,
  float,
  int,
  makeBytes,
  None,
  PyBool,
  PyBytes,
  PyComplex,
  PyFloat,
  PyInt,
  PyStr,
  str,
  True,
} from '../memory/atoms';
import { PyTuple } from '../memory/containers';
import type { Machine, PyObject } from '../memory/object';
import { FrozenSetType } from '../memory/types';
import type { ConstantValue } from '../syntax/ast';

export class Constants {
  private readonly known = new Map<string, PyObject>();
  constructor(readonly vm: Machine) {}

  /** The one constant equal to this one. Takes over the caller's reference and gives a borrowed one. */
  merge(value: PyObject): PyObject {
    // Small ints, None, True … are one object in any case.
    if (isShared(value)) return value;
    const key = keyOf(value);
    if (key === null) return value;
    const found = this.known.get(key);
    if (found === undefined) {
      if (value instanceof PyTuple) value.items = value.items.map((item) => this.mergeItem(item));
      this.known.set(key, value);
      return value;
    }
    if (found !== value) this.vm.heap.decref(value);
    return found;
  }
  private mergeItem(item: PyObject): PyObject {
    const merged = this.merge(item);
    merged.rc += merged === item ? 0 : 1;
    return merged;
  }
  /** Give up the references that the table itself holds, once all code objects hold theirs. */
  release(): void {
    for (const value of this.known.values()) this.vm.heap.decref(value);
    this.known.clear();
  }
  literal(value: ConstantValue): PyObject {
    switch (value.type) {
      case 'int':
        return this.merge(int(value.value));
      case 'float':
        return this.merge(float(value.value));
      case 'complex':
        return this.merge(new PyComplex(0, value.imag));
      case 'str':
        return this.merge(str(value.value));
      case 'bytes':
        return this.merge(makeBytes(value.value));
      case 'bool':
        return value.value ? True : False;
      case 'None':
        return None;
      case 'Ellipsis':
        return Ellipsis;
    }
  }
  /** A constant tuple of constants, borrowed. */
  tuple(items: readonly PyObject[]): PyObject {
    for (const item of items) item.rc++;
    return this.merge(this.vm.heap.add(new PyTuple([...items])));
  }
  /** A constant frozenset of constants, borrowed. */
  frozenset(items: readonly PyObject[]): PyObject {
    for (const item of items) item.rc++;
    const tuple = this.vm.heap.add(new PyTuple([...items]));
    const first = this.vm.call(FrozenSetType, [tuple]) as PySet;
    // merge_consts_recursive makes it again from its own items, in the order of its table.
    const made = this.rebuilt(first);
    this.vm.heap.decref(first);
    // A code object makes it once more if the interpreter knows one of its strings already.
    if (items.some((item) => item.kind === 'str')) {
      const again = this.rebuilt(made);
      const order = setItems(made);
      if (setItems(again).some((item, i) => item !== order[i]))
        this.vm.refuse('order of a set', 'The order of this set depends on what the interpreter did before.');
      this.vm.heap.decref(again);
    }
    const key = `frozenset ${keyOf(tuple)}`;
    this.vm.heap.decref(tuple);
    const found = this.known.get(key);
    if (found === undefined) {
      this.known.set(key, made);
      return made;
    }
    this.vm.heap.decref(made);
    return found;
  }

  /** A frozenset made from the items of another in the order of its table. */
  private rebuilt(set: PySet): PySet {
    const items = setItems(set);
    for (const item of items) item.rc++;
    const tuple = this.vm.heap.add(new PyTuple(items));
    const made = this.vm.call(FrozenSetType, [tuple]) as PySet;
    this.vm.heap.decref(tuple);
    return made;
  }
}

/** Constants of which there is one object anyway (None, True, small ints). */
const isShared = (o: PyObject): boolean =>
  o instanceof PyInt
    ? o instanceof PyBool || (o.value >= -5 && o.value <= 256 && int(o.value) === o)
    : o === None || o === Ellipsis;

const number = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** Equal for constants that are one object: type and value, the sign of zero included; null for others. */
function keyOf(o: PyObject): string | null {
  if (o === None) return 'None';
  if (o === Ellipsis) return '...';
  if (o instanceof PyBool) return `bool ${o.truth}`;
  if (o instanceof PyInt) return `int ${o.value}`;
  if (o instanceof PyFloat) return `float ${number(o.value)}`;
  if (o instanceof PyComplex) return `complex ${number(o.real)} ${number(o.imag)}`;
  if (o instanceof PyStr) return `str ${o.value.length}:${o.value}`;
  if (o instanceof PyBytes) return `bytes ${o.value.join()}`;
  if (!(o instanceof PyTuple)) return null;
  const keys = o.items.map(keyOf);
  return keys.includes(null) ? null : `(${keys.join(',')})`;
}
