/** bytearray (Objects/bytearrayobject.c). */
import { bool, int, None, NotImplemented, PyInt, str } from '../../memory/atoms';
import {
  type ArrayMemory,
  HeapObject,
  type Machine,
  type PyObject,
  type PyType,
  type Visit,
} from '../../memory/object';
import { builtinType } from '../../memory/types';
import { define, method } from '../builtin';
import { bytesRepr } from '../format/str-repr';
import { chargeMove, chargeText, chargeWalk } from '../work';
import { bytesItem, bytesMethods, compareBytes, constructed, containsBytes, joined, times } from './bytes';
import { bufferOf, bytesOf, byteValue } from './bytes-like';
import { own, sizeArgument } from './convert';
import { BufferErrorType, IndexErrorType, ValueErrorType } from './exceptions';
import { placeAt, repetition } from './list';
import { defineIterator, exhaust, PyHolder } from './list-iterator';
import { holds } from './sequence-compare';
import { PySlice, placesOf } from './slice';

export const BytearrayType = builtinType('bytearray');

export class PyBytearray extends HeapObject {
  override get kind(): 'bytearray' {
    return 'bytearray';
  }
  /** How many memoryviews and arrays look at its bytes: it cannot be resized meanwhile. */
  exports = 0;
  /** Array memory over its bytes, once an array looks at them: it is told before they change. */
  memory: ArrayMemory | null = null;
  constructor(
    public bytes: Uint8Array,
    type: PyType = BytearrayType,
  ) {
    super(type);
  }
  copyBytes(): Uint8Array {
    return this.bytes.slice();
  }
  override traverse(_visit: Visit): void {}
  override drop(): PyObject[] {
    return [];
  }
}

const self = (o: PyObject): PyBytearray => o as PyBytearray;

/** Give it other bytes. Raises BufferError if that changes the size while it is looked at. */
function become(vm: Machine, o: PyBytearray, bytes: Uint8Array): void {
  vm.charge(bytes.length);
  if (bytes.length !== o.bytes.length && o.exports > 0)
    vm.raise(BufferErrorType, 'Existing exports of data: object cannot be re-sized');
  if (bytes.length === o.bytes.length) o.bytes.set(bytes);
  else o.bytes = bytes;
  o.dirty = true;
}

const byte = (vm: Machine, o: PyObject): number => byteValue(vm, o, 'byte must be in range(0, 256)');

function spliced(bytes: Uint8Array, from: number, count: number, more: Uint8Array): Uint8Array {
  return joined(joined(bytes.subarray(0, from), more), bytes.subarray(from + count));
}

function setItem(vm: Machine, o: PyObject, key: PyObject, value: PyObject | null): void {
  const array = self(o);
  array.memory?.touch(0, array.bytes.length);
  if (key instanceof PySlice) {
    const { start, step, count } = placesOf(vm, key, array.bytes.length);
    const more = value === null ? new Uint8Array(0) : bytesOf(vm, value);
    if (step === 1) become(vm, array, spliced(array.bytes, start, count, more));
    else if (value !== null && more.length !== count)
      vm.raise(
        ValueErrorType,
        `attempt to assign bytes of size ${more.length} to extended slice of size ${count}`,
      );
    else if (value === null) {
      chargeWalk(vm, 8 * array.bytes.length);
      const places = new Set(Array.from({ length: count }, (_, i) => start + i * step));
      become(
        vm,
        array,
        array.bytes.filter((_, i) => !places.has(i)),
      );
    } else for (let i = 0; i < count; i++) array.bytes[start + i * step] = more[i] as number;
    array.dirty = true;
    return;
  }
  const at = placeAt(vm, key, array.bytes.length, 'bytearray');
  const written = value === null ? null : byte(vm, value);
  if (at < 0 || at >= array.bytes.length) vm.raise(IndexErrorType, 'bytearray index out of range');
  if (written === null) become(vm, array, spliced(array.bytes, at, 1, new Uint8Array(0)));
  else array.bytes[at] = written;
  array.dirty = true;
}

const made = (vm: Machine, bytes: Uint8Array): PyBytearray => vm.heap.add(new PyBytearray(bytes));
function text(vm: Machine, o: PyObject): PyObject {
  chargeText(vm, 4 * self(o).bytes.length);
  return str(`${o.type.name}(${bytesRepr(self(o).bytes)})`);
}

const isArray = (o: PyObject): boolean => o instanceof PyBytearray;

define(BytearrayType, {
  repr: text,
  str: text,
  compare: (vm, a, b, op) => {
    // The bytes are copied before the other operand is looked at.
    for (const o of [a, b]) if (o instanceof PyBytearray) chargeMove(vm, o.bytes.length);
    const [x, y] = [bufferOf(a), bufferOf(b)];
    return x && y ? bool(holds(compareBytes(vm, x, y), 0, op)) : NotImplemented;
  },
  iter: (vm, o) => vm.heap.add(new PyBytearrayIterator(own(o))),
  length: (_vm, o) => self(o).bytes.length,
  getItem: (vm, o, key) => {
    const found = bytesItem(vm, self(o).bytes, key, 'bytearray');
    return found instanceof PyInt ? found : made(vm, found);
  },
  setItem,
  contains: (vm, o, part) => containsBytes(vm, self(o).bytes, part),
  binary: {
    '+': (vm, a, b) => {
      const [x, y] = [bufferOf(a), bufferOf(b)];
      if (!(a instanceof PyBytearray) || !x || !y) return NotImplemented;
      vm.charge(x.length + y.length);
      return made(vm, joined(x, y));
    },
    '*': (vm, a, b) => {
      const found = repetition(vm, a, b, isArray);
      return found ? made(vm, times(vm, self(found[0]).bytes, found[1])) : NotImplemented;
    },
  },
  inplace: {
    '+': (vm, a, b) => {
      const more = bufferOf(b);
      if (more === null) return NotImplemented;
      become(vm, self(a), joined(self(a).bytes, more));
      return own(a);
    },
  },
  new: (vm, cls) => vm.heap.add(new PyBytearray(new Uint8Array(0), cls)),
  init: (vm, o, args, names) => {
    self(o).bytes = constructed(vm, 'bytearray', args, names).slice();
    self(o).dirty = true;
  },
});

bytesMethods(BytearrayType, (o) => self(o).bytes, made);

method<PyBytearray>(BytearrayType, 'append', 'item, /', (vm, o, [item]) => {
  become(vm, o, joined(o.bytes, Uint8Array.of(byte(vm, item as PyObject))));
  return None;
});
method<PyBytearray>(BytearrayType, 'extend', 'iterable_of_ints, /', (vm, o, [iterable]) => {
  become(vm, o, joined(o.bytes, bytesOf(vm, iterable as PyObject)));
  return None;
});
method<PyBytearray>(BytearrayType, 'insert', 'index, item, /', (vm, o, [index, item]) => {
  const given = sizeArgument(vm, index as PyObject);
  const { length } = o.bytes;
  const at = given < 0 ? Math.max(given + length, 0) : Math.min(given, length);
  become(vm, o, spliced(o.bytes, at, 0, Uint8Array.of(byte(vm, item as PyObject))));
  return None;
});
method<PyBytearray>(BytearrayType, 'pop', 'index=-1, /', (vm, o, [index]) => {
  const given = index === undefined ? -1 : sizeArgument(vm, index);
  const { length } = o.bytes;
  if (length === 0) vm.raise(IndexErrorType, 'pop from empty bytearray');
  const at = given < 0 ? given + length : given;
  if (at < 0 || at >= length) vm.raise(IndexErrorType, 'pop index out of range');
  const value = o.bytes[at] as number;
  become(vm, o, spliced(o.bytes, at, 1, new Uint8Array(0)));
  return int(value);
});
method<PyBytearray>(BytearrayType, 'remove', 'value, /', (vm, o, [value]) => {
  chargeWalk(vm, o.bytes.length);
  const at = o.bytes.indexOf(byte(vm, value as PyObject));
  if (at < 0) vm.raise(ValueErrorType, 'value not found in bytearray');
  become(vm, o, spliced(o.bytes, at, 1, new Uint8Array(0)));
  return None;
});
method<PyBytearray>(BytearrayType, 'clear', '', (vm, o) => {
  become(vm, o, new Uint8Array(0));
  return None;
});
method<PyBytearray>(BytearrayType, 'copy', '', (vm, o) => {
  vm.charge(o.bytes.length);
  return made(vm, o.bytes.slice());
});
method<PyBytearray>(BytearrayType, 'reverse', '', (vm, o) => {
  chargeWalk(vm, o.bytes.length);
  o.bytes.reverse();
  o.dirty = true;
  return None;
});

export const BytearrayIteratorType = builtinType('bytearray_iterator');
class PyBytearrayIterator extends PyHolder {
  index = 0;
  constructor(held: PyObject) {
    super(BytearrayIteratorType, held);
  }
}
defineIterator(BytearrayIteratorType, (vm, o) => {
  const iterator = o as PyBytearrayIterator;
  if (iterator.held === null) return null;
  const found = self(iterator.held).bytes[iterator.index];
  if (found === undefined) return exhaust(vm, iterator);
  iterator.index++;
  return int(found);
});
