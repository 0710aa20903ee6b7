/** The buffer interface of arrays, both ways (numpy/_core/src/multiarray/buffer.c). */

import { PyBytearray } from '../machine/types/bytearray';
import { ValueErrorType } from '../machine/types/exceptions';
import { type MemoryAccess, makeMemoryview, type PyMemoryview } from '../machine/types/memoryview';
import type { PyBytes } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';
import { Buffer } from './buffer';
import { coerce } from './convert';
import { elementsOf } from './copy';
import { read, UInt8, write } from './dtype';
import { offsets } from './iterate';
import { NdArray } from './ndarray';
import { pythonOf } from './scalar';

const at = (a: NdArray, place: readonly number[]): number =>
  place.reduce((sum, i, axis) => sum + i * (a.strides[axis] as number), a.offset);

/** What a memoryview of the array sees. */
function exportMemory(vm: Machine, a: NdArray): MemoryAccess {
  const { dtype } = a;
  if (!dtype.isNumeric || dtype.letter === 'c')
    return vm.refuse('memoryview', `a memoryview of an array of ${dtype.text}`);
  return {
    format: dtype.char,
    itemsize: dtype.itemsize,
    shape: a.shape,
    strides: a.strides,
    readonly: !a.writeable,
    read: (_vm, place) => pythonOf(dtype, read(dtype, a.buffer, at(a, place))),
    write: (machine, place, value) => {
      const byte = at(a, place);
      const element = coerce(machine, dtype, value);
      a.buffer.touch(byte, byte + dtype.itemsize);
      write(dtype, a.buffer, byte, element);
    },
    bytes: () => {
      const values = elementsOf(a);
      const buffer = new Buffer(
        { nextBuffer: () => 0, made: [], written: [], charge: () => {} },
        new Uint8Array(values.length * dtype.itemsize),
      );
      values.forEach((e, i) => {
        write(dtype, buffer, i * dtype.itemsize, e);
      });
      return buffer.bytes;
    },
    release: () => {},
  };
}

/** `bytes(a)`: the bytes in C order; an array of objects has no such bytes. */
Object.defineProperty(NdArray.prototype, 'copyBytes', {
  get(this: NdArray) {
    return this.dtype.letter === 'O' ? undefined : rawBytes;
  },
});

function rawBytes(this: NdArray): Uint8Array {
  const { itemsize } = this.dtype;
  const out = new Uint8Array(this.size * itemsize);
  offsets(this).forEach((at, i) => {
    out.set(this.buffer.bytes.subarray(at, at + itemsize), i * itemsize);
  });
  return out;
}

NdArray.prototype.exportMemory = function (vm) {
  return exportMemory(vm, this);
};

/** An array on the memory of a memoryview, a bytearray or bytes; null for other objects. It holds a memoryview. */
export function fromMemory(vm: Machine, o: PyObject): NdArray | null {
  if (o instanceof PyBytearray) {
    const view = makeMemoryview(vm, o);
    return vm.heap.add(
      new NdArray(UInt8, [o.bytes.length], [1], 0, bytearrayMemory(vm, o), view, false, true),
    );
  }
  if (o.kind !== 'memoryview') return null;
  const { held } = o as PyMemoryview;
  if (held === null) return vm.raise(ValueErrorType, 'operation forbidden on released memoryview object');
  o.rc++;
  if (held instanceof NdArray)
    return vm.heap.add(
      new NdArray(held.dtype, held.shape, held.strides, held.offset, held.buffer, o, false, held.writeable),
    );
  const buffer =
    held instanceof PyBytearray ? bytearrayMemory(vm, held) : bytesMemory(vm, (held as PyBytes).value);
  return vm.heap.add(
    new NdArray(UInt8, [buffer.bytes.length], [1], 0, buffer, o, false, held instanceof PyBytearray),
  );
}

/** The memory of a bytearray: one buffer, however many arrays look at it. */
export function bytearrayMemory(vm: Machine, o: PyBytearray): Buffer {
  const known = o.memory;
  if (known instanceof Buffer && known.bytes === o.bytes) return known;
  const buffer = new Buffer(vm.memory, o.bytes);
  buffer.owner = o;
  o.memory = buffer;
  return buffer;
}

export const bytesMemory = (vm: Machine, bytes: Uint8Array): Buffer => new Buffer(vm.memory, bytes);
