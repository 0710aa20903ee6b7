/** bytes (Objects/bytesobject.c): what programs of arrays use of it. */

import { bool, int, makeBytes, None, NotImplemented, PyBytes, PyInt, PyStr, str } from '../../memory/atoms';
import type { KeywordNames, Machine, PyObject, PyType } from '../../memory/object';
import { BytesType, builtinType } from '../../memory/types';
import { bind, classMethod, define, method, signature } from '../builtin';
import { hashBytes } from '../format/hash';
import { bytesRepr } from '../format/str-repr';
import { chargeText, chargeWalk } from '../work';
import { bufferOf, bytesOf, byteValue } from './bytes-like';
import { decode, encode } from './codec';
import { makeTuple, own, sizeOperand, typeName } from './convert';
import { IndexErrorType, OverflowErrorType, TypeErrorType, ValueErrorType } from './exceptions';
import { byteSplitter } from './late-split';
import { placeAt, repetition } from './list';
import { defineIterator, exhaust, PyHolder } from './list-iterator';
import { indexOfBytes } from './search';
import { holds } from './sequence-compare';
import { PySlice, placesOf } from './slice';

const value = (o: PyObject): Uint8Array => (o as PyBytes).value;

/** -1, 0 or 1 */
export function compareBytes(vm: Machine, a: Uint8Array, b: Uint8Array): number {
  chargeWalk(vm, Math.min(a.length, b.length));
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** `bytes[key]`: an int, or the bytes of a slice. */
export function bytesItem(vm: Machine, bytes: Uint8Array, key: PyObject, kind: string): PyInt | Uint8Array {
  if (key instanceof PySlice) {
    const { start, step, count } = placesOf(vm, key, bytes.length);
    vm.charge(count);
    if (step === 1) return bytes.slice(start, start + count);
    chargeWalk(vm, count);
    return Uint8Array.from({ length: count }, (_, i) => bytes[start + i * step] as number);
  }
  const found = bytes[placeAt(vm, key, bytes.length, kind)];
  return found === undefined
    ? vm.raise(IndexErrorType, `${kind === 'byte' ? 'index' : `${kind} index`} out of range`)
    : int(found);
}

/** Whether bytes hold an int below 256 or a row of bytes. */
export function containsBytes(vm: Machine, bytes: Uint8Array, part: PyObject): boolean {
  chargeWalk(vm, bytes.length);
  if (part instanceof PyInt) return bytes.includes(byteValue(vm, part, 'byte must be in range(0, 256)'));
  const wanted = bufferOf(part);
  if (wanted === null)
    return vm.raise(TypeErrorType, `a bytes-like object is required, not '${typeName(part)}'`);
  return indexOfBytes(bytes, wanted) >= 0;
}

/** The bytes that a constructor's arguments give. */
export function constructed(
  vm: Machine,
  name: 'bytes' | 'bytearray',
  args: readonly PyObject[],
  names: KeywordNames,
): Uint8Array {
  const [source, encoding, errors] = bind(
    vm,
    signature("source=b'', encoding=None, errors=None"),
    name,
    name,
    args,
    names,
  );
  if (source === undefined) {
    if (encoding !== undefined) vm.raise(TypeErrorType, 'encoding without a string argument');
    if (errors !== undefined) vm.raise(TypeErrorType, 'errors without a string argument');
    return new Uint8Array(0);
  }
  if (source instanceof PyStr) {
    if (!(encoding instanceof PyStr)) return vm.raise(TypeErrorType, 'string argument without an encoding');
    return encode(vm, source.value, encoding.value);
  }
  if (encoding !== undefined) vm.raise(TypeErrorType, 'encoding without a string argument');
  if (errors !== undefined) vm.raise(TypeErrorType, 'errors without a string argument');
  if (bufferOf(source) === null && source.type.slots.index !== undefined) {
    const count = sizeOperand(vm, source, OverflowErrorType);
    if (count < 0) vm.raise(ValueErrorType, 'negative count');
    vm.charge(count);
    return new Uint8Array(count);
  }
  if (source.type.lookup('__bytes__') !== undefined && !(source instanceof PyBytes))
    vm.refuse('__bytes__', 'An object with __bytes__ is not supported.');
  return bytesOf(vm, source, name);
}

/** The text of bytes, of which one can become four characters. */
function reprOfBytes(vm: Machine, bytes: Uint8Array): PyObject {
  chargeText(vm, 4 * bytes.length);
  return str(bytesRepr(bytes));
}

/** Bytes that CPython makes and then fills: a single one is an object of its own. */
const filled = (value: Uint8Array): PyBytes => (value.length === 1 ? new PyBytes(value) : makeBytes(value));
/** Whether a slice takes each item, forwards. */
const stepsByOne = (key: PyObject): boolean => {
  const { step } = key as PySlice;
  return step === None || (step instanceof PyInt && step.value === 1);
};
const isBytes = (o: PyObject): boolean => o instanceof PyBytes;

/** Both one after the other. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** `count` times over. */
export function times(vm: Machine, bytes: Uint8Array, count: number): Uint8Array {
  const size = Math.max(count, 0) * bytes.length;
  vm.charge(size);
  const out = new Uint8Array(size);
  out.set(bytes.subarray(0, size));
  for (let done = bytes.length; done > 0 && done < size; done *= 2) out.copyWithin(done, 0, done);
  return out;
}

define(BytesType, {
  repr: (vm, o) => reprOfBytes(vm, value(o)),
  str: (vm, o) => reprOfBytes(vm, value(o)),
  hash(vm, o) {
    chargeWalk(vm, value(o).length);
    return hashBytes(value(o));
  },
  compare: (vm, a, b, op) =>
    a instanceof PyBytes && b instanceof PyBytes
      ? bool(holds(compareBytes(vm, a.value, b.value), 0, op))
      : NotImplemented,
  iter: (vm, o) => vm.heap.add(new PyBytesIterator(own(o))),
  length: (_vm, o) => value(o).length,
  getItem: (vm, o, key) => {
    const found = bytesItem(vm, value(o), key, 'byte');
    if (found instanceof PyInt) return found;
    if (!stepsByOne(key)) return filled(found);
    return found.length === value(o).length ? own(o) : makeBytes(found);
  },
  contains: (vm, o, part) => containsBytes(vm, value(o), part),
  binary: {
    '+': (vm, a, b) => {
      if (!(a instanceof PyBytes)) return NotImplemented;
      const more = bufferOf(b);
      if (more === null) return NotImplemented;
      vm.charge(a.value.length + more.length);
      if (a.value.length === 0 && b.type === BytesType) return own(b);
      if (more.length === 0) return own(a);
      return makeBytes(joined(a.value, more));
    },
    '*': (vm, a, b) => {
      const found = repetition(vm, a, b, isBytes);
      if (!found) return NotImplemented;
      const repeated = times(vm, value(found[0]), found[1]);
      return repeated.length === value(found[0]).length ? own(found[0]) : new PyBytes(repeated);
    },
    '%': (vm) => vm.refuse('bytes formatting', 'bytes % … is not supported.'),
  },
  new: (vm, cls: PyType, args, names) => {
    if (cls !== BytesType)
      vm.refuse('subclass of bytes', 'Instances of a class derived from bytes are not supported.');
    if (args.length === 1 && args[0]?.type === BytesType) return own(args[0]);
    const isCount = args[0] !== undefined && args[0] instanceof PyInt;
    return (isCount ? filled : makeBytes)(constructed(vm, 'bytes', args, names));
  },
});

export const BytesIteratorType = builtinType('bytes_iterator');
class PyBytesIterator extends PyHolder {
  index = 0;
  constructor(held: PyObject) {
    super(BytesIteratorType, held);
  }
}
defineIterator(BytesIteratorType, (vm, o) => {
  const iterator = o as PyBytesIterator;
  if (iterator.held === null) return null;
  const byte = value(iterator.held)[iterator.index];
  if (byte === undefined) return exhaust(vm, iterator);
  iterator.index++;
  return int(byte);
});

/** Methods that bytes and bytearray share; `bytes` reads the object, `make` makes one of its type. */
export function bytesMethods(
  type: PyType,
  bytes: (o: PyObject) => Uint8Array,
  make: (vm: Machine, value: Uint8Array) => PyObject,
  makeFilled = make,
): void {
  method(type, 'hex', '*args, **kwargs', (vm, o, args) => {
    if (args.length > 0) vm.refuse('bytes.hex(sep)', 'A separator in hex() is not supported.');
    chargeText(vm, 8 * bytes(o).length);
    return str(Array.from(bytes(o), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  });
  method(type, 'decode', "encoding='utf-8', errors='strict'", (vm, o, [encoding, errors]) => {
    if (errors !== undefined && vm.str(errors) !== 'strict')
      vm.refuse('bytes.decode errors', 'Only strict decoding is supported.');
    return str(decode(vm, bytes(o), encoding === undefined ? 'utf-8' : vm.str(encoding)));
  });
  const argument = (vm: Machine, o: PyObject | undefined): Uint8Array =>
    bufferOf(o as PyObject) ??
    vm.raise(TypeErrorType, `a bytes-like object is required, not '${typeName(o as PyObject)}'`);
  method(type, 'startswith', 'prefix, /', (vm, o, [prefix]) => {
    const wanted = argument(vm, prefix);
    return bool(wanted.every((byte, i) => bytes(o)[i] === byte));
  });
  method(type, 'endswith', 'suffix, /', (vm, o, [suffix]) => {
    const wanted = argument(vm, suffix);
    const from = bytes(o).length - wanted.length;
    return bool(from >= 0 && wanted.every((byte, i) => bytes(o)[from + i] === byte));
  });
  method(type, 'find', 'sub, /', (vm, o, [part]) =>
    int(
      part instanceof PyInt
        ? bytes(o).indexOf(byteValue(vm, part, 'byte must be in range(0, 256)'))
        : indexOfBytes(bytes(o), argument(vm, part)),
    ),
  );
  method(type, 'split', 'sep=None, maxsplit=-1', (vm, o, args) =>
    byteSplitter.get()(vm, bytes(o), args, type === BytesType ? o : null, (part) => make(vm, part)),
  );
  const changed = (name: string, low: number, high: number, by: number): void =>
    method(type, name, '', (vm, o) => {
      chargeText(vm, bytes(o).length);
      return makeFilled(
        vm,
        bytes(o).map((byte) => (byte >= low && byte <= high ? byte + by : byte)),
      );
    });
  changed('upper', 97, 122, -32);
  changed('lower', 65, 90, 32);
  for (const name of [
    'capitalize',
    'center',
    'count',
    'expandtabs',
    'index',
    'isalnum',
    'isalpha',
    'isascii',
    'isdigit',
    'islower',
    'isspace',
    'istitle',
    'isupper',
    'join',
    'ljust',
    'lstrip',
    'partition',
    'replace',
    'removeprefix',
    'removesuffix',
    'rfind',
    'rindex',
    'rjust',
    'rpartition',
    'rsplit',
    'rstrip',
    'splitlines',
    'strip',
    'swapcase',
    'title',
    'translate',
    'zfill',
  ])
    method(type, name, '*args, **kwargs', (vm) =>
      vm.refuse(`${type.name}.${name}`, `The method ${name} of ${type.name} is not supported.`),
    );
  classMethod(type, 'fromhex', 'string, /', (vm, _cls, [text]) => {
    const digits = vm.str(text as PyObject).replaceAll(/\s/g, '');
    chargeText(vm, 4 * digits.length);
    if (!/^([0-9a-fA-F]{2})*$/.test(digits))
      vm.refuse('fromhex', 'Text that is not hexadecimal is not supported here.');
    return make(
      vm,
      Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    );
  });
}
bytesMethods(
  BytesType,
  value,
  (_vm, bytes) => makeBytes(bytes),
  (_vm, bytes) => filled(bytes),
);
method<PyBytes>(BytesType, '__getnewargs__', '', (vm, o) => makeTuple(vm, [makeBytes(o.value)]));
