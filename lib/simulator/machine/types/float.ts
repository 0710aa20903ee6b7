/** float: its slots, constructor and methods (Objects/floatobject.c). */
import { bool, float, int, NotImplemented, PyBytes, PyFloat, PyInt, PyStr, str } from '../../memory/atoms';
import type { Binary, KeywordNames, Machine, PyObject, PyType } from '../../memory/object';
import { FloatType, StrType } from '../../memory/types';
import { attribute, bind, classMethod, define, method, signature } from '../builtin';
import { decompose, scaled } from '../format/float-digits';
import { floatRepr } from '../format/float-text';
import { formatFloat } from '../format/format-number';
import { hashFloat } from '../format/hash';
import { parseFloatText } from '../format/parse-number';
import { bytesRepr, strRepr } from '../format/str-repr';
import { latin1 } from './codec';
import { indexValue, makeTuple, own, toFloat, typeName } from './convert';
import { OverflowErrorType, TypeErrorType, ValueErrorType, ZeroDivisionErrorType } from './exceptions';
import { floatDivmod, floatPower, floatRemainder } from './float-arithmetic';
import { compareValues } from './int';
import { toDouble } from './int-arithmetic';

/** The value of a float or int operand, or null for others (CONVERT_TO_DOUBLE). */
function operand(vm: Machine, o: PyObject): number | null {
  if (o instanceof PyFloat) return o.value;
  return o instanceof PyInt ? toDouble(vm, o.value) : null;
}

const floats =
  (code: (vm: Machine, a: number, b: number) => PyObject): Binary =>
  (vm, left, right) => {
    const a = operand(vm, left);
    if (a === null) return NotImplemented;
    const b = operand(vm, right);
    return b === null ? NotImplemented : code(vm, a, b);
  };

const value = (o: PyObject): number => (o as PyFloat).value;

/** The int nearest to zero. Raises OverflowError, ValueError. */
export function truncated(vm: Machine, x: number): PyInt {
  return int(wholeNumber(vm, Math.trunc(x)));
}

/** A whole float as an int value. */
export function wholeNumber(vm: Machine, x: number): number | bigint {
  if (Number.isNaN(x)) vm.raise(ValueErrorType, 'cannot convert float NaN to integer');
  if (!Number.isFinite(x)) vm.raise(OverflowErrorType, 'cannot convert float infinity to integer');
  return Number.isSafeInteger(x) ? x + 0 : BigInt(x);
}

const exact = (o: PyFloat): PyObject => (o.type === FloatType ? own(o) : float(o.value));

define(FloatType, {
  repr: (_vm, o) => str(floatRepr(value(o))),
  hash: (vm, o) =>
    Number.isNaN(value(o))
      ? vm.refuse('hash(nan)', 'The hash of a NaN depends on its address.')
      : hashFloat(value(o)),
  compare: (_vm, a, b, op) => {
    if (!(a instanceof PyFloat) || !(b instanceof PyFloat || b instanceof PyInt)) return NotImplemented;
    return bool(compareValues(a.value, b.value, op));
  },
  bool: (_vm, o) => value(o) !== 0,
  negative: (_vm, o) => float(-value(o)),
  positive: (_vm, o) => exact(o as PyFloat),
  absolute: (_vm, o) => float(Math.abs(value(o))),
  int: (vm, o) => truncated(vm, value(o)),
  float: (_vm, o) => exact(o as PyFloat),
  binary: {
    '+': floats((_vm, a, b) => float(a + b)),
    '-': floats((_vm, a, b) => float(a - b)),
    '*': floats((_vm, a, b) => float(a * b)),
    '/': floats((vm, a, b) =>
      b === 0 ? vm.raise(ZeroDivisionErrorType, 'float division by zero') : float(a / b),
    ),
    '//': floats((vm, a, b) => float(floatDivmod(vm, a, b, 'float floor division by zero')[0])),
    '%': floats((vm, a, b) => float(floatRemainder(vm, a, b))),
    '**': floats(floatPower),
  },
  new: newFloat,
});

const SIGNATURE = signature('x=0, /');

function newFloat(vm: Machine, cls: PyType, args: readonly PyObject[], names: KeywordNames): PyObject {
  const [x] = bind(vm, SIGNATURE, 'float', 'float', args, names);
  if (cls !== FloatType)
    vm.refuse('subclass of float', 'Instances of a class derived from float are not supported.');
  if (x === undefined) return float(0);
  if (x.type === FloatType) return own(x);
  const text = x instanceof PyStr ? x.value : x instanceof PyBytes ? latin1(x.value) : null;
  if (text === null) {
    const { float: slot, index } = x.type.slots;
    if (x.kind === 'bytearray' || x.kind === 'memoryview')
      vm.refuse(`float(${x.kind})`, `float() of a ${x.kind} is not supported.`);
    if (slot === undefined && index === undefined)
      vm.raise(TypeErrorType, `float() argument must be a string or a real number, not '${typeName(x)}'`);
    return float(toFloat(vm, x));
  }
  const parsed = parseFloatText(text);
  if (parsed !== null) return float(parsed);
  const shown = x instanceof PyBytes ? bytesRepr(x.value) : x.type === StrType ? strRepr(text) : vm.repr(x);
  return vm.raise(ValueErrorType, `could not convert string to float: ${shown}`);
}

attribute<PyFloat>(FloatType, 'real', (_vm, o) => exact(o));
attribute<PyFloat>(FloatType, 'imag', () => float(0));
method<PyFloat>(FloatType, 'conjugate', '', (_vm, o) => exact(o));
method<PyFloat>(FloatType, 'is_integer', '', (_vm, o) => bool(Number.isInteger(o.value)));
method<PyFloat>(FloatType, '__trunc__', '', (vm, o) => truncated(vm, o.value));
method<PyFloat>(FloatType, '__floor__', '', (vm, o) => int(wholeNumber(vm, Math.floor(o.value))));
method<PyFloat>(FloatType, '__ceil__', '', (vm, o) => int(wholeNumber(vm, Math.ceil(o.value))));
method<PyFloat>(FloatType, '__getnewargs__', '', (vm, o) => makeTuple(vm, [float(o.value)]));

method<PyFloat>(FloatType, 'as_integer_ratio', '', (vm, o) => {
  if (Number.isNaN(o.value)) vm.raise(ValueErrorType, 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(o.value)) vm.raise(OverflowErrorType, 'cannot convert Infinity to integer ratio');
  let { mantissa, power } = decompose(Math.abs(o.value));
  while (power < 0 && mantissa % 2n === 0n && mantissa !== 0n) {
    mantissa /= 2n;
    power++;
  }
  if (mantissa === 0n) power = 0;
  const top = (o.value < 0 ? -mantissa : mantissa) << BigInt(Math.max(power, 0));
  return makeTuple(vm, [int(top), int(1n << BigInt(Math.max(-power, 0)))]);
});

method<PyFloat>(FloatType, '__format__', 'format_spec, /', (vm, o, [spec]) => {
  if (!(spec instanceof PyStr))
    return vm.raise(TypeErrorType, `__format__() argument must be str, not ${typeName(spec as PyObject)}`);
  return str(spec.value === '' ? vm.str(o) : formatFloat(vm, o, o.value, spec.value));
});

method<PyFloat>(FloatType, '__round__', 'ndigits=None, /', (vm, o, [digits]) => {
  if (digits === undefined || digits.kind === 'singleton') {
    if (Number.isInteger(o.value) || !Number.isFinite(o.value)) return int(wholeNumber(vm, o.value));
    const down = Math.floor(o.value);
    const part = o.value - down;
    return int(part > 0.5 || (part === 0.5 && down % 2 !== 0) ? down + 1 : down + 0);
  }
  const places = Number(indexValue(vm, digits));
  const rounded = roundTo(o.value, places);
  if (!Number.isFinite(rounded) && Number.isFinite(o.value))
    vm.raise(OverflowErrorType, 'rounded value too large to represent');
  return float(rounded);
});

/** double_round: to this many decimal places, by the exact decimal value. */
export function roundTo(x: number, places: number): number {
  if (!Number.isFinite(x) || places > 323) return x;
  if (places < -308) return x < 0 || Object.is(x, -0) ? -0 : 0;
  const size = Number(`${scaled(Math.abs(x), places)}e${-places}`);
  return x < 0 || Object.is(x, -0) ? -size : size;
}

method<PyFloat>(FloatType, 'hex', '', (_vm, o) => str(hexText(o.value)));
classMethod(FloatType, 'fromhex', 'string, /', (vm) =>
  vm.refuse('float.fromhex', 'float.fromhex is not supported.'),
);

function hexText(x: number): string {
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : `${sign}inf`;
  if (x === 0) return `${sign}0x0.0p+0`;
  const { mantissa, power } = decompose(Math.abs(x));
  const hex = mantissa.toString(16).padStart(14, '0');
  const exponent = power + 52;
  return `${sign}0x${hex[0]}.${hex.slice(1)}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
