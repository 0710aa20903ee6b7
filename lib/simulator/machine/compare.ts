/** Comparison, truth and hash (Objects/object.c). */
import { bool, False, None, NotImplemented, True } from '../memory/atoms';
import { type CompareOp, HeapObject, type Machine, type PyObject } from '../memory/object';
import { unhashable } from './builtin';
import { runtime } from './runtime';
import { typeName } from './types/convert';
import { TypeErrorType } from './types/exceptions';

const SWAPPED: Readonly<Record<CompareOp, CompareOp>> = {
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
  '>': '<',
  '>=': '<=',
};

/** `left op right` (do_richcompare): the reflected comparison of a subclass on the right goes first. */
export function compareObjects(vm: Machine, left: PyObject, right: PyObject, op: CompareOp): PyObject {
  const own = left.type.slots.compare;
  const other = right.type.slots.compare;
  const rt = runtime(vm);
  const heap = left instanceof HeapObject || right instanceof HeapObject;
  if (heap) rt.enter(' in comparison');
  try {
    let tried = false;
    if (left.type !== right.type && other !== undefined && right.type.isSubtype(left.type)) {
      tried = true;
      const result = other(vm, right, left, SWAPPED[op]);
      if (result !== NotImplemented) return result;
    }
    if (own !== undefined) {
      const result = own(vm, left, right, op);
      if (result !== NotImplemented) return result;
    }
    return compareLast(vm, left, right, op, tried ? undefined : other);
  } finally {
    if (heap) rt.leave();
  }
}

/** After the left operand's own method gave NotImplemented: the reflected one, `reflected`, then identity or TypeError. */
export function compareLast(
  vm: Machine,
  left: PyObject,
  right: PyObject,
  op: CompareOp,
  reflected = right.type.slots.compare,
): PyObject {
  const result = reflected?.(vm, right, left, SWAPPED[op]) ?? NotImplemented;
  if (result !== NotImplemented) return result;
  if (op === '==') return bool(left === right);
  if (op === '!=') return bool(left !== right);
  return vm.raise(
    TypeErrorType,
    `'${op}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/** Equality as containers see it: identity first (PyObject_RichCompareBool). */
export function equal(vm: Machine, left: PyObject, right: PyObject): boolean {
  if (left === right) return true;
  const result = compareObjects(vm, left, right, '==');
  try {
    return truth(vm, result);
  } finally {
    vm.heap.decref(result);
  }
}

/** PyObject_IsTrue. */
export function truth(vm: Machine, o: PyObject): boolean {
  if (o === True) return true;
  if (o === False || o === None) return false;
  const { slots } = o.type;
  if (slots.bool !== undefined) return slots.bool(vm, o);
  return slots.length === undefined || slots.length(vm, o) > 0;
}

/** PyObject_Hash. Errors: TypeError. */
export function hash(vm: Machine, o: PyObject): bigint {
  const slot = o.type.slots.hash;
  return slot === undefined ? unhashable(vm, o) : slot(vm, o);
}
