/** The bytes of an object that has the buffer interface. */
import { PyBytes, PyInt } from '../../memory/atoms';
import { PyList, PyTuple } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { indexValue, typeName } from './convert';
import { TypeErrorType, ValueErrorType } from './exceptions';

/** An object whose bytes can be read: bytearray, memoryview, ndarray. */
export interface ByteSource {
  /** A copy of its bytes in C order. */
  copyBytes(): Uint8Array;
}

/** Its bytes if it has a buffer, else null. Do not change them. */
export function bufferOf(o: PyObject): Uint8Array | null {
  if (o instanceof PyBytes) return o.value;
  const { copyBytes } = o as Partial<ByteSource>;
  return typeof copyBytes === 'function' ? copyBytes.call(o) : null;
}

/** PyObject_Bytes for what is not an int or str: a buffer, or an iterable of ints below 256. */
export function bytesOf(vm: Machine, o: PyObject, kind: 'bytes' | 'bytearray' = 'bytes'): Uint8Array {
  const direct = bufferOf(o);
  if (direct !== null) {
    vm.charge(direct.length);
    return direct;
  }
  if (!(o instanceof PyList || o instanceof PyTuple) && (o.kind === 'str' || o.type.slots.iter === undefined))
    return vm.raise(TypeErrorType, `cannot convert '${typeName(o)}' object to ${kind}`);
  const out: number[] = [];
  const iterator = vm.iterate(o);
  try {
    for (let item = vm.next(iterator); item !== null; item = vm.next(iterator)) {
      try {
        out.push(
          byteValue(
            vm,
            item,
            kind === 'bytes' ? 'bytes must be in range(0, 256)' : 'byte must be in range(0, 256)',
          ),
        );
        vm.charge(1);
      } finally {
        vm.heap.decref(item);
      }
    }
  } finally {
    vm.heap.decref(iterator);
  }
  return Uint8Array.from(out);
}

/** An int below 256. Raises ValueError with this message, TypeError. */
export function byteValue(vm: Machine, o: PyObject, message: string): number {
  const value = o instanceof PyInt ? o.value : indexValue(vm, o);
  if (value < 0 || value > 255) vm.raise(ValueErrorType, message);
  return Number(value);
}
