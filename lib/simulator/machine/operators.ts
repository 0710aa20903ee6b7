/** Operators (Objects/abstract.c). */
import { NotImplemented } from '../memory/atoms';
import { type ArithmeticOp, type Machine, type PyObject, PyType, type Slots } from '../memory/object';
import { BytesType, ListType, StrType, TupleType } from '../memory/types';
import { iterate, next } from './iteration';
import { GENERIC, genericAlias } from './types/annotations';
import { typeName } from './types/convert';
import { TypeErrorType } from './types/exceptions';

/** `left op right`: the slot of a subclass on the right goes first (binary_op1). */
export function binary(vm: Machine, left: PyObject, right: PyObject, op: ArithmeticOp): PyObject {
  const result = tryBinary(vm, left, right, op);
  if (result !== NotImplemented) return result;
  return (
    sequence(vm, left, right, op, false) ?? unsupported(vm, left, right, op, op === '**' ? '** or pow()' : op)
  );
}

function tryBinary(vm: Machine, left: PyObject, right: PyObject, op: ArithmeticOp): PyObject {
  const own = left.type.slots.binary?.[op];
  let other = right.type === left.type ? undefined : right.type.slots.binary?.[op];
  if (other === own) other = undefined;
  if (own !== undefined) {
    if (other !== undefined && right.type.isSubtype(left.type)) {
      const result = other(vm, left, right);
      if (result !== NotImplemented) return result;
      other = undefined;
    }
    const result = own(vm, left, right);
    if (result !== NotImplemented) return result;
  }
  return other === undefined ? NotImplemented : other(vm, left, right);
}

/** `left op= right`, the result: the in-place slot first (binary_iop1). */
export function augment(vm: Machine, left: PyObject, right: PyObject, op: ArithmeticOp): PyObject {
  const slot = left.type.slots.inplace?.[op];
  if (slot !== undefined) {
    const result = slot(vm, left, right);
    if (result !== NotImplemented) return result;
  }
  const result = tryBinary(vm, left, right, op);
  if (result !== NotImplemented) return result;
  return sequence(vm, left, right, op, true) ?? unsupported(vm, left, right, op, `${op}=`);
}

const isSequence = (o: PyObject): boolean =>
  [ListType, TupleType, StrType, BytesType].some((type) => o.type.isSubtype(type)) ||
  o.type.name === 'bytearray';

/** The messages of sq_concat and sq_repeat, which CPython tries last; null where neither side is a sequence. */
function sequence(vm: Machine, left: PyObject, right: PyObject, op: ArithmeticOp, inPlace: boolean): null {
  if (op === '+' && isSequence(left)) {
    const kind = [ListType, TupleType, StrType].find((type) => left.type.isSubtype(type));
    if (kind === ListType && inPlace) vm.raise(TypeErrorType, `'${typeName(right)}' object is not iterable`);
    if (kind !== undefined)
      vm.raise(TypeErrorType, `can only concatenate ${kind.name} (not "${typeName(right)}") to ${kind.name}`);
    vm.raise(TypeErrorType, `can't concat ${typeName(right)} to ${typeName(left)}`);
  }
  if (op === '*' && (isSequence(left) || isSequence(right))) {
    const count = isSequence(left) ? right : left;
    vm.raise(TypeErrorType, `can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  return null;
}

/** TypeError: no operand knows the operator. */
export function unsupported(
  vm: Machine,
  left: PyObject,
  right: PyObject,
  op: ArithmeticOp,
  shown: string,
): never {
  if (
    op === '>>' &&
    shown === '>>' &&
    left.kind === 'builtin' &&
    vm.repr(left) === '<built-in function print>'
  )
    vm.raise(
      TypeErrorType,
      `unsupported operand type(s) for >>: '${typeName(left)}' and '${typeName(right)}'. Did you mean "print(<message>, file=<output_stream>)"?`,
    );
  return vm.raise(
    TypeErrorType,
    `unsupported operand type(s) for ${shown}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}

const UNARY_NAMES = { negative: '-', positive: '+', invert: '~', absolute: 'abs()' } as const;

/** `-o`, `+o`, `~o`. */
export function unary(vm: Machine, o: PyObject, key: keyof typeof UNARY_NAMES): PyObject {
  const slot: Slots['negative'] = o.type.slots[key];
  if (slot !== undefined) return slot(vm, o);
  const name = key === 'absolute' ? 'abs()' : `unary ${UNARY_NAMES[key]}`;
  return vm.raise(TypeErrorType, `bad operand type for ${name}: '${typeName(o)}'`);
}

/** `item in container` (PySequence_Contains): by the slot, else by iteration. */
export function contains(vm: Machine, container: PyObject, item: PyObject): boolean {
  const slot = container.type.slots.contains;
  if (slot !== undefined) return slot(vm, container, item);
  if (container.type.slots.iter === undefined && container.type.slots.getItem === undefined)
    vm.raise(TypeErrorType, `argument of type '${typeName(container)}' is not iterable`);
  const iterator = iterate(vm, container);
  try {
    for (let value = next(vm, iterator); value !== null; value = next(vm, iterator)) {
      try {
        if (vm.equal(value, item)) return true;
      } finally {
        vm.heap.decref(value);
      }
    }
    return false;
  } finally {
    vm.heap.decref(iterator);
  }
}

/** `container[key]` (PyObject_GetItem): a new reference. */
export function getItem(vm: Machine, container: PyObject, key: PyObject): PyObject {
  const slot = container.type.slots.getItem;
  if (slot !== undefined) return slot(vm, container, key);
  if (container instanceof PyType) return classItem(vm, container, key);
  return vm.raise(TypeErrorType, `'${typeName(container)}' object is not subscriptable`);
}

/** `C[key]`: by `__class_getitem__` of the class. */
function classItem(vm: Machine, cls: PyType, key: PyObject): PyObject {
  if (!cls.isHeapType && cls.lookup('__class_getitem__') === undefined && GENERIC.has(cls.name))
    return genericAlias(vm, cls, key);
  if (cls.lookup('__class_getitem__') === undefined)
    vm.raise(TypeErrorType, `type '${cls.name}' is not subscriptable`);
  const method = vm.getAttribute(cls, '__class_getitem__');
  try {
    return vm.call(method, [key]);
  } finally {
    vm.heap.decref(method);
  }
}

/** `container[key] = value`, or `del container[key]` with null. */
export function setItem(vm: Machine, container: PyObject, key: PyObject, value: PyObject | null) {
  const slot = container.type.slots.setItem;
  if (slot !== undefined) return slot(vm, container, key, value);
  const what = value === null ? 'deletion' : 'assignment';
  // PySequence_DelItem words it differently from PyObject_DelItem.
  const { length, index } = { length: container.type.slots.length, index: key.type.slots.index };
  const sequence = index !== undefined && (length !== undefined || container.type.isHeapType);
  const verb = value === null && sequence ? "doesn't" : 'does not';
  vm.raise(TypeErrorType, `'${typeName(container)}' object ${verb} support item ${what}`);
}

/** `len(o)`. */
export function length(vm: Machine, o: PyObject): number {
  const slot = o.type.slots.length;
  if (slot !== undefined) return slot(vm, o);
  return vm.raise(TypeErrorType, `object of type '${typeName(o)}' has no len()`);
}
