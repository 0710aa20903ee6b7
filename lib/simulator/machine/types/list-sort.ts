/**
 * list.sort (Objects/listobject.c): a stable merge sort. It asks the same questions in the same order as CPython's
 * for runs and short lists (count_run, binary_sort); longer lists are merged with the same galloping rules only as far
 * as the result goes, so a comparison with side effects on more than 64 items is refused.
 */

import { PyInt } from '../../memory/atoms';
import type { PyList } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { truthAndRelease } from '../truth-and-release';
import { chargeItems } from '../work';
import { clamped, indexValue } from './convert';
import { ValueErrorType } from './exceptions';

/** One value to sort by, and what it stands for. */
interface Pair {
  readonly key: PyObject;
  readonly value: PyObject;
}

/** Sort in place. While it runs the list is empty, as in CPython. `key` may be null. */
/** The flag `reverse`, which must be an int. Errors: TypeError. */
export function isReverse(vm: Machine, flag: PyObject | undefined): boolean {
  if (flag === undefined) return false;
  return flag instanceof PyInt ? flag.value !== 0 : clamped(indexValue(vm, flag)) !== 0;
}

export function sortList(vm: Machine, list: PyList, key: PyObject | null, reverse: boolean): void {
  const values = list.items;
  chargeItems(vm, 4 * values.length);
  list.items = [];
  list.dirty = true;
  const marker = list.items;
  const keys: PyObject[] = [];
  // After an error the items stand as far as they were sorted.
  let pairs: Pair[] = [];
  let changed = false;
  try {
    for (const value of values) {
      if (key !== null) keys.push(vm.call(key, [value]));
      pairs.push({ key: keys.at(-1) ?? value, value });
    }
    // Reversing before and after keeps equal items in their order.
    if (reverse) pairs.reverse();
    try {
      pairs = mergeSort(vm, pairs);
    } finally {
      if (reverse) pairs.reverse();
    }
  } finally {
    changed = list.items !== marker || list.items.length > 0;
    const left = list.items;
    list.items = pairs.length === values.length ? pairs.map((pair) => pair.value) : values;
    list.dirty = true;
    vm.heap.decrefAll(keys);
    vm.heap.decrefAll(left.reverse());
  }
  if (changed) vm.raise(ValueErrorType, 'list modified during sort');
}

function less(vm: Machine, a: Pair, b: Pair): boolean {
  vm.charge(0, 1);
  const { key: x } = a;
  const { key: y } = b;
  return truthAndRelease(vm, vm.compare(x, y, '<'));
}

/** Length of the run at the start, and whether it descends (count_run). */
function countRun(vm: Machine, pairs: readonly Pair[], from: number): [number, boolean] {
  if (from + 1 >= pairs.length) return [pairs.length - from, false];
  let n = 2;
  const descending = less(vm, pairs[from + 1] as Pair, pairs[from] as Pair);
  for (let i = from + 2; i < pairs.length; i++, n++)
    if (less(vm, pairs[i] as Pair, pairs[i - 1] as Pair) !== descending) break;
  return [n, descending];
}

/** binary_sort: the items from `start` on are set into the sorted ones before. */
function binarySort(vm: Machine, pairs: Pair[], low: number, high: number, start: number): void {
  for (let i = start; i < high; i++) {
    const pivot = pairs[i] as Pair;
    let left = low;
    let right = i;
    while (left < right) {
      const middle = left + ((right - left) >> 1);
      if (less(vm, pivot, pairs[middle] as Pair)) right = middle;
      else left = middle + 1;
    }
    pairs.splice(i, 1);
    pairs.splice(left, 0, pivot);
  }
}

/** merge_compute_minrun */
function minimumRun(n: number): number {
  let rest = 0;
  while (n >= 64) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

function mergeSort(vm: Machine, pairs: Pair[]): Pair[] {
  const n = pairs.length;
  if (n < 2) return pairs;
  if (n >= 64 && pairs.some((pair) => pair.key.type.isHeapType))
    vm.refuse('sort of many instances', 'Sorting 64 or more instances of a class is not supported.');
  const minimum = minimumRun(n);
  const runs: Pair[][] = [];
  for (let from = 0; from < n; ) {
    let [length, descending] = countRun(vm, pairs, from);
    if (descending) {
      const run = pairs.slice(from, from + length).reverse();
      for (let i = 0; i < length; i++) pairs[from + i] = run[i] as Pair;
    }
    if (length < minimum) {
      const forced = Math.min(minimum, n - from);
      binarySort(vm, pairs, from, from + forced, from + length);
      length = forced;
    }
    runs.push(pairs.slice(from, from + length));
    from += length;
  }
  let level = runs;
  while (level.length > 1) {
    const next: Pair[][] = [];
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1];
      next.push(right === undefined ? (level[i] as Pair[]) : merge(vm, level[i] as Pair[], right));
    }
    level = next;
  }
  return level[0] as Pair[];
}

function merge(vm: Machine, a: readonly Pair[], b: readonly Pair[]): Pair[] {
  const out: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length)
    out.push(less(vm, b[j] as Pair, a[i] as Pair) ? (b[j++] as Pair) : (a[i++] as Pair));
  return [...out, ...a.slice(i), ...b.slice(j)];
}
