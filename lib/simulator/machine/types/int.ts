/** int: its slots and its constructor (Objects/longobject.c). */
import { bool, float, int, NotImplemented, PyBytes, PyInt, PyStr, str } from '../../memory/atoms';
import type { Binary, CompareOp, KeywordNames, Machine, PyObject, PyType } from '../../memory/object';
import { IntType, StrType } from '../../memory/types';
import { bind, define, signature } from '../builtin';
import { hashInt } from '../format/hash';
import { countDigits, parseInteger } from '../format/parse-number';
import { bytesRepr, strRepr } from '../format/str-repr';
import { chargeInts, chargeText } from '../work';
import { latin1 } from './codec';
import { indexValue, own, typeName } from './convert';
import { TypeErrorType, ValueErrorType } from './exceptions';
import { floatPower } from './float-arithmetic';
import type { Int } from './int-arithmetic';
import * as arithmetic from './int-arithmetic';

/** Compare two numbers of any kind that the host compares exactly. */
export function compareValues(a: Int, b: Int, op: CompareOp): boolean {
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '==':
      // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are equal by value here.
      return a == b;
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are equal by value here.
      return a != b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

const ints =
  (code: (vm: Machine, a: Int, b: Int) => PyObject): Binary =>
  (vm, a, b) => {
    if (!(a instanceof PyInt && b instanceof PyInt)) return NotImplemented;
    if (typeof a.value !== 'number' || typeof b.value !== 'number') chargeInts(vm, a.value, b.value);
    return code(vm, a.value, b.value);
  };

const value = (o: PyObject): Int => (o as PyInt).value;

/** The int itself, as an exact int. */
const exact = (_vm: Machine, o: PyObject): PyObject => (o.type === IntType ? own(o) : int(value(o)));

define(IntType, {
  repr: (vm, o) => str(arithmetic.intText(vm, value(o))),
  hash(vm, o) {
    chargeInts(vm, value(o));
    return hashInt(value(o));
  },
  compare(vm, a, b, op) {
    if (!(a instanceof PyInt && b instanceof PyInt)) return NotImplemented;
    if (typeof a.value !== 'number' && typeof b.value !== 'number') chargeInts(vm, a.value, b.value);
    return bool(compareValues(a.value, b.value, op));
  },
  bool: (_vm, o) => value(o) !== 0,
  negative(vm, o) {
    chargeInts(vm, value(o));
    return int(arithmetic.negate(value(o)));
  },
  positive: exact,
  absolute(vm, o) {
    chargeInts(vm, value(o));
    return int(arithmetic.absolute(value(o)));
  },
  invert(vm, o) {
    chargeInts(vm, value(o));
    return int(arithmetic.subtract(-1, value(o)));
  },
  int: exact,
  index: exact,
  float: (vm, o) => float(arithmetic.toDouble(vm, value(o))),
  binary: {
    '+': ints((_vm, a, b) => int(arithmetic.add(a, b))),
    '-': ints((_vm, a, b) => int(arithmetic.subtract(a, b))),
    '*': ints((vm, a, b) => int(arithmetic.multiply(vm, a, b))),
    '/': ints((vm, a, b) => float(arithmetic.trueDivide(vm, a, b))),
    '//': ints((vm, a, b) => int(arithmetic.divmod(vm, a, b, 'integer division or modulo by zero')[0])),
    '%': ints((vm, a, b) => int(arithmetic.divmod(vm, a, b, 'integer modulo by zero')[1])),
    '**': ints((vm, a, b) =>
      b < 0
        ? floatPower(vm, arithmetic.toDouble(vm, a), arithmetic.toDouble(vm, b))
        : int(arithmetic.power(vm, a, b)),
    ),
    '<<': ints((vm, a, b) => int(arithmetic.shiftLeft(vm, a, b))),
    '>>': ints((vm, a, b) => int(arithmetic.shiftRight(vm, a, b))),
    '&': ints((_vm, a, b) => int(arithmetic.bitAnd(a, b))),
    '|': ints((_vm, a, b) => int(arithmetic.bitOr(a, b))),
    '^': ints((_vm, a, b) => int(arithmetic.bitXor(a, b))),
  },
  new: newInt,
});

const SIGNATURE = signature('x=0, /, base=10');

function newInt(vm: Machine, cls: PyType, args: readonly PyObject[], names: KeywordNames): PyObject {
  const [x, base] = bind(vm, SIGNATURE, 'int', 'int', args, names);
  if (cls !== IntType)
    vm.refuse('subclass of int', 'Instances of a class derived from int are not supported.');
  if (x === undefined) {
    if (base !== undefined) vm.raise(TypeErrorType, 'int() missing string argument');
    return int(0);
  }
  return base === undefined ? toInt(vm, x) : fromText(vm, x, base);
}

/** PyNumber_Long: `int(x)`; a new reference. */
export function toInt(vm: Machine, x: PyObject): PyObject {
  if (x.type === IntType) return own(x);
  const slot = x.type.slots.int ?? x.type.slots.index;
  if (slot !== undefined) {
    const made = slot(vm, x);
    if (made.type === IntType) return made;
    const name = typeName(made);
    const isInt = made instanceof PyInt;
    const result = isInt ? int(made.value) : null;
    vm.heap.decref(made);
    if (result === null) vm.raise(TypeErrorType, `__int__ returned non-int (type ${name})`);
    return result as PyObject;
  }
  const trunc = x.type.lookup('__trunc__');
  if (trunc !== undefined) vm.refuse('__trunc__', 'int() of an object with __trunc__ is not supported.');
  const text = textOf(vm, x);
  if (text === null)
    vm.raise(
      TypeErrorType,
      `int() argument must be a string, a bytes-like object or a real number, not '${typeName(x)}'`,
    );
  return parse(vm, x, text as string, 10);
}

function textOf(vm: Machine, x: PyObject): string | null {
  if (x instanceof PyStr) return x.value;
  if (x instanceof PyBytes) return latin1(x.value);
  if (x.kind === 'bytearray') vm.refuse('int(bytearray)', 'int() of a bytearray is not supported.');
  return null;
}

function fromText(vm: Machine, x: PyObject, baseObject: PyObject): PyObject {
  const base = sizeArgumentOfBase(vm, baseObject);
  if ((base !== 0 && base < 2) || base > 36)
    vm.raise(ValueErrorType, 'int() base must be >= 2 and <= 36, or 0');
  const text = textOf(vm, x);
  if (text === null) vm.raise(TypeErrorType, "int() can't convert non-string with explicit base");
  return parse(vm, x, text as string, base);
}

const sizeArgumentOfBase = (vm: Machine, base: PyObject): number => {
  const given = indexValue(vm, base);
  // One beyond the platform's range is out of range, too.
  return typeof given === 'number' ? given : -1;
};

function parse(vm: Machine, x: PyObject, text: string, base: number): PyObject {
  const digits = countDigits(text);
  chargeText(vm, 8 * text.length);
  vm.charge(0, (digits / 100) ** 2);
  const parsed = parseInteger(text, base);
  if (parsed !== null) {
    if ((base & (base - 1)) !== 0) arithmetic.checkDigits(vm, digits);
    return int(parsed);
  }
  const shown = x instanceof PyBytes ? bytesRepr(x.value) : x.type === StrType ? strRepr(text) : vm.repr(x);
  return vm.raise(
    ValueErrorType,
    `invalid literal for int() with base ${base}: ${[...shown].slice(0, 200).join('')}`,
  );
}
