/** `bytes.split` and `bytearray.split` (Objects/stringlib/split.h). */
import { None } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { bufferOf } from './bytes-like';
import { makeList, own, sizeArgument, typeName } from './convert';
import { TypeErrorType, ValueErrorType } from './exceptions';

const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);

function atSpaces(bytes: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    while (at < bytes.length && isSpace(bytes[at])) at++;
    if (at >= bytes.length) return parts;
    if (parts.length >= limit) break;
    const from = at;
    while (at < bytes.length && !isSpace(bytes[at])) at++;
    parts.push(bytes.slice(from, at));
  }
  return [...parts, bytes.slice(at)];
}

function atSeparator(bytes: Uint8Array, cut: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at + cut.length <= bytes.length && parts.length < limit; ) {
    if (!cut.every((byte, i) => bytes[at + i] === byte)) at++;
    else {
      parts.push(bytes.slice(from, at));
      at += cut.length;
      from = at;
    }
  }
  return [...parts, bytes.slice(from)];
}

/**
 * A new list of what `make` makes of each part. `whole` is the object itself where it cannot change: it is the only item
 * where there was nothing to cut. Errors: ValueError, TypeError. */
export function splitBytes(
  vm: Machine,
  bytes: Uint8Array,
  [separator, most]: readonly (PyObject | undefined)[],
  whole: PyObject | null,
  make: (part: Uint8Array) => PyObject,
): PyObject {
  const given = most === undefined ? -1 : sizeArgument(vm, most);
  const limit = given < 0 ? Infinity : given;
  let parts: Uint8Array[];
  if (separator === undefined || separator === None) {
    vm.charge(0, bytes.length);
    parts = atSpaces(bytes, limit);
  } else {
    const cut = bufferOf(separator);
    if (cut === null)
      return vm.raise(TypeErrorType, `a bytes-like object is required, not '${typeName(separator)}'`);
    if (cut.length === 0) vm.raise(ValueErrorType, 'empty separator');
    vm.charge(0, bytes.length * cut.length);
    parts = atSeparator(bytes, cut, limit);
  }
  const atOnce = limit === 0 && (separator === undefined || separator === None);
  if (whole !== null && parts.length === 1 && parts[0]?.length === bytes.length && !atOnce)
    return makeList(vm, [own(whole)]);
  vm.charge(64 * parts.length + bytes.length, parts.length);
  return makeList(vm, parts.map(make));
}
