/** Methods and attributes of int (Objects/longobject.c). */
import { bool, int, PyBytes, type PyInt, PyStr, str } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { BoolType, IntType } from '../../memory/types';
import { attribute, classMethod, method } from '../builtin';
import { formatInt } from '../format/format-number';
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
method<PyInt>(IntType, 'bit_count', '', (_vm, o) =>
  int([...BigInt(absolute(o.value)).toString(2)].filter((bit) => bit === '1').length),
);
method<PyInt>(IntType, 'as_integer_ratio', '', (vm, o) => makeTuple(vm, [exact(o), int(1)]));
method<PyInt>(IntType, '__getnewargs__', '', (vm, o) => makeTuple(vm, [int(o.value)]));

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
  vm.charge(zeros);
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
    vm.charge(length, length);
    const bytes = new Uint8Array(length);
    let rest = BigInt.asUintN(Math.max(length * 8, 1), BigInt(o.value));
    for (let i = 0; i < length; i++, rest >>= 8n) bytes[little ? i : length - 1 - i] = Number(rest & 255n);
    return new PyBytes(bytes);
  },
);

classMethod(
  IntType,
  'from_bytes',
  "bytes, byteorder='big', *, signed=False",
  (vm, cls, [source, order, signedObject]) => {
    const little = isLittle(vm, order, 'from_bytes');
    const bytes = bytesOf(vm, source as PyObject);
    const signed = signedObject !== undefined && vm.truth(signedObject);
    if (cls !== IntType && cls !== BoolType)
      vm.refuse('subclass of int', 'Instances of a class derived from int are not supported.');
    let value = 0n;
    for (const byte of little ? [...bytes].reverse() : bytes) value = (value << 8n) | BigInt(byte);
    const result = normal(signed ? BigInt.asIntN(bytes.length * 8, value) : value);
    return cls === BoolType ? bool(result !== 0) : int(result);
  },
);

function isLittle(vm: Machine, order: PyObject | undefined, name: string): boolean {
  if (order === undefined) return false;
  if (!(order instanceof PyStr))
    return vm.raise(TypeErrorType, `${name}() argument 'byteorder' must be str, not ${typeName(order)}`);
  if (order.value === 'little') return true;
  if (order.value === 'big') return false;
  return vm.raise(ValueErrorType, "byteorder must be either 'little' or 'big'");
}
