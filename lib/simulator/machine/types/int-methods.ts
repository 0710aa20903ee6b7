/** Methods and attributes of int (Objects/longobject.c). */
import { bool, int, None, PyBytes, type PyInt, PyStr, str } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { BoolType, IntType } from '../../memory/types';
import { attribute, classMethod, method } from '../builtin';
import { formatInt } from '../format/format-number';
import { chargeProduct, chargeText } from '../work';
import { bytesOf } from './bytes-like';
import { indexValue, makeTuple, own, sizeArgument, typeName } from './convert';
import { OverflowErrorType, TypeErrorType, ValueErrorType } from './exceptions';
import { absolute, bitLength, divmod, type Int, normal, subtract } from './int-arithmetic';

const exact = (o: PyInt): PyObject => (o.type === IntType ? own(o) : int(o.value));

for (const name of ['real', 'numerator']) attribute<PyInt>(IntType, name, (_vm, o) => exact(o));
attribute<PyInt>(IntType, 'imag', () => int(0));
attribute<PyInt>(IntType, 'denominator', () => int(1));

for (const name of ['conjugate', '__trunc__', '__floor__', '__ceil__'])
  method<PyInt>(IntType, name, '', (_vm, o) => exact(o));
method<PyInt>(IntType, 'bit_length', '', (_vm, o) => int(bitLength(o.value)));
method<PyInt>(IntType, 'bit_count', '', (_vm, o) => int(onesIn(BigInt(absolute(o.value)))));
method<PyInt>(IntType, 'as_integer_ratio', '', (vm, o) => makeTuple(vm, [exact(o), int(1)]));
method<PyInt>(IntType, '__getnewargs__', '', (vm, o) => makeTuple(vm, [int(o.value)]));

/** How many bits are set. */
function onesIn(value: bigint): number {
  let ones = 0;
  for (const digit of value.toString(16))
    for (let bits = Number.parseInt(digit, 16); bits > 0; bits >>= 1) ones += bits & 1;
  return ones;
}

/** `bool.__format__` is int's, but an empty specification gives str(o). */
export function intFormat(vm: Machine, o: PyInt, spec: PyObject | undefined): PyObject {
  if (!(spec instanceof PyStr))
    return vm.raise(TypeErrorType, `__format__() argument must be str, not ${typeName(spec as PyObject)}`);
  return str(spec.value === '' ? vm.str(o) : formatInt(vm, o, spec.value));
}
method<PyInt>(IntType, '__format__', 'format_spec, /', (vm, o, [spec]) => intFormat(vm, o, spec));

method<PyInt>(IntType, '__round__', 'ndigits=None, /', (vm, o, [digits]) => {
  if (digits === undefined) return exact(o);
  const places = indexValue(vm, digits);
  if (places >= 0) return exact(o);
  return int(roundTo(vm, o.value, -Number(places)));
});

/** Round half to even to a multiple of 10 ** zeros. */
function roundTo(vm: Machine, value: Int, zeros: number): Int {
  if (zeros > bitLength(value)) return 0;
  chargeProduct(vm, 4 * zeros, 4 * zeros);
  const unit = 10n ** BigInt(zeros);
  const big = BigInt(value);
  const rest = BigInt(divmod(vm, big, unit, '')[1]);
  const down = big - rest;
  const twice = rest * 2n;
  const up = twice > unit || (twice === unit && (down / unit) % 2n !== 0n);
  return normal(up ? down + unit : down);
}

method<PyInt>(
  IntType,
  'to_bytes',
  "length=1, byteorder='big', *, signed=False",
  (vm, o, [lengthObject, order, signedObject]) => {
    const length = lengthObject === undefined ? 1 : sizeArgument(vm, lengthObject);
    const little = isLittle(vm, order, 'to_bytes');
    const signed = signedObject !== undefined && vm.truth(signedObject);
    if (length < 0) vm.raise(ValueErrorType, 'length argument must be non-negative');
    if (o.value < 0 && !signed) vm.raise(OverflowErrorType, "can't convert negative int to unsigned");
    const bits = signed ? bitLength(o.value < 0 ? subtract(-1, o.value) : o.value) + 1 : bitLength(o.value);
    const zero = o.value === 0 || (o.value === -1 && length === 0);
    if (bits > length * 8 && !(zero && length === 0)) vm.raise(OverflowErrorType, 'int too big to convert');
    chargeText(vm, 8 * length);
    const bytes = new Uint8Array(length);
    const hex = BigInt.asUintN(length * 8, BigInt(o.value))
      .toString(16)
      .padStart(2 * length, '0');
    for (let i = 0; i < length; i++)
      bytes[little ? length - 1 - i : i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    return new PyBytes(bytes);
  },
);

classMethod(
  IntType,
  'from_bytes',
  "bytes, byteorder='big', *, signed=False",
  (vm, cls, [source, order, signedObject]) => {
    const little = isLittle(vm, order, 'from_bytes');
    if (source?.kind === 'memoryview')
      vm.refuse('int.from_bytes(memoryview)', 'int.from_bytes() of a memoryview is not supported.');
    const bytes = bytesOf(vm, source as PyObject);
    const signed = signedObject !== undefined && vm.truth(signedObject);
    if (cls !== IntType && cls !== BoolType)
      vm.refuse('subclass of int', 'Instances of a class derived from int are not supported.');
    chargeText(vm, 8 * bytes.length);
    const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
    const value = BigInt(`0x0${(little ? digits.reverse() : digits).join('')}`);
    const result = normal(signed ? BigInt.asIntN(bytes.length * 8, value) : value);
    return cls === BoolType ? bool(result !== 0) : int(result);
  },
);

function isLittle(vm: Machine, order: PyObject | undefined, name: string): boolean {
  if (order === undefined) return false;
  if (!(order instanceof PyStr))
    return vm.raise(
      TypeErrorType,
      `${name}() argument 'byteorder' must be str, not ${order === None ? 'None' : typeName(order)}`,
    );
  if (order.value === 'little') return true;
  if (order.value === 'big') return false;
  return vm.raise(ValueErrorType, "byteorder must be either 'little' or 'big'");
}
