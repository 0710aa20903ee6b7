/** `format(o, spec)`, also of f-strings and `str.format` (PyObject_Format, Objects/abstract.c). */
import { type PyFloat, type PyInt, PyStr, str } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { FloatType, IntType, StrType } from '../../memory/types';
import { typeName } from '../types/convert';
import { TypeErrorType } from '../types/exceptions';
import { formatFloat, formatInt, formatStr } from './format-number';
import { asciiOnly } from './str-repr';

/** The text of an object by a specification; calls its `__format__`. */
export function format(vm: Machine, o: PyObject, spec: string): string {
  if (o.type === StrType)
    return spec === '' ? (o as PyStr).value : formatStr(vm, o, (o as PyStr).value, spec);
  if (o.type === IntType) return spec === '' ? vm.str(o) : formatInt(vm, o as PyInt, spec);
  if (o.type === FloatType) return spec === '' ? vm.str(o) : formatFloat(vm, o, (o as PyFloat).value, spec);
  const method = o.type.lookup('__format__');
  if (method === undefined) return vm.raise(TypeErrorType, `Type ${typeName(o)} doesn't define __format__`);
  // The method is bound for the call: it holds the object (_PyObject_LookupSpecial).
  o.rc++;
  let result: PyObject;
  try {
    result = vm.call(method, [o, str(spec)]);
  } finally {
    vm.heap.decref(o);
  }
  if (result instanceof PyStr) return result.value;
  const name = typeName(result);
  vm.heap.decref(result);
  return vm.raise(TypeErrorType, `__format__ must return a str, not ${name}`);
}

/** `!r`, `!s`, `!a` of a replacement field. */
export function convert(vm: Machine, o: PyObject, conversion: string): string {
  if (conversion === 'r') return vm.repr(o);
  return conversion === 'a' ? asciiOnly(vm.repr(o)) : vm.str(o);
}
