/** Comparison of lists, tuples and deques item by item (list_richcompare, tuplerichcompare). */
import { bool } from '../../memory/atoms';
import { PyTuple } from '../../memory/containers';
import type { CompareOp, Machine, PyObject } from '../../memory/object';
import { ownAll } from './convert';

/** What is compared: the items may change while the program's `__eq__` runs. */
export interface Items {
  items: PyObject[];
}

/** Compare two sequences; a new reference. */
export function compareSequences(vm: Machine, a: Items, b: Items, op: CompareOp, quick: boolean): PyObject {
  if (quick && a.items.length !== b.items.length && (op === '==' || op === '!=')) return bool(op === '!=');
  // CPython holds items of lists alone while code of the program compares them.
  const isTuple = a instanceof PyTuple;
  let i = 0;
  for (; i < a.items.length && i < b.items.length; i++) {
    const x = a.items[i] as PyObject;
    const y = b.items[i] as PyObject;
    vm.charge(0, 1);
    if (x === y) continue;
    const held = isTuple ? [] : [x, y];
    for (const item of held) item.rc++;
    let equal: boolean;
    try {
      equal = vm.equal(x, y);
    } finally {
      vm.heap.decrefAll(held);
    }
    if (!equal) break;
  }
  const x = a.items[i];
  const y = b.items[i];
  if (x === undefined || y === undefined) return bool(holds(a.items.length, b.items.length, op));
  if (op === '==' || op === '!=') return bool(op === '!=');
  return vm.compare(x, y, op);
}

/** Whether `a op b` for two lengths. */
export function holds(a: number, b: number, op: CompareOp): boolean {
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

/** The place of an object among the items from `start` to `stop`, by identity or equality; -1 if absent. */
export function placeOf(vm: Machine, s: Items, wanted: PyObject, start: number, stop: number): number {
  const isTuple = s instanceof PyTuple;
  for (let i = start; i < stop && i < s.items.length; i++) {
    const item = s.items[i] as PyObject;
    vm.charge(0, 1);
    if (item === wanted) return i;
    const held = isTuple ? [] : [item];
    for (const one of held) one.rc++;
    let equal: boolean;
    try {
      equal = vm.equal(item, wanted);
    } finally {
      vm.heap.decrefAll(held);
    }
    if (equal) return i;
  }
  return -1;
}

/** How many items are an object or equal to it. */
export function countOf(vm: Machine, s: Items, wanted: PyObject): number {
  let count = 0;
  for (let at = placeOf(vm, s, wanted, 0, Infinity); at >= 0; at = placeOf(vm, s, wanted, at + 1, Infinity))
    count++;
  return count;
}

/** The text of a container with its items, `recursive` where it is inside itself (Py_ReprEnter). */
export function reprOf(vm: Machine, o: PyObject, recursive: string, text: () => string): string {
  if (vm.representing.has(o)) return recursive;
  vm.representing.add(o);
  try {
    return text();
  } finally {
    vm.representing.delete(o);
  }
}

/** repr of each item, which is borrowed. */
export function reprItems(vm: Machine, s: Items): string[] {
  const out: string[] = [];
  for (let i = 0; i < s.items.length; i++) {
    vm.charge(0, 4);
    const text = vm.repr(s.items[i] as PyObject);
    vm.charge(text.length);
    out.push(text);
  }
  return out;
}

/** The same of a copy of the items, which holds them (sets, deques). */
export function reprCopied(vm: Machine, borrowed: readonly PyObject[]): string[] {
  const items = ownAll(borrowed);
  try {
    return reprItems(vm, { items });
  } finally {
    vm.heap.decrefAll(items);
  }
}
