/** Built-in functions that make text (Python/bltinmodule.c). */
import { int, None, PyBytes, PyStr, str } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { builtinFunction } from '../builtin';
import { format } from '../format/format';
import { asciiOnly } from '../format/str-repr';
import { indexValue, own, typeName } from '../types/convert';
import { OverflowErrorType, TypeErrorType, ValueErrorType } from '../types/exceptions';
import { makeStr } from '../types/str';
import { textLength } from '../types/text';

/** `sep` and `end` of print. */
function piece(vm: Machine, o: PyObject | undefined, name: string, usual: string): string {
  if (o === undefined || o === None) return usual;
  if (o instanceof PyStr) return o.value;
  return vm.raise(TypeErrorType, `${name} must be None or a string, not ${typeName(o)}`);
}

function print(vm: Machine, args: readonly (PyObject | undefined)[], names: readonly string[]): PyObject {
  const given = args.length - names.length;
  const keyword = (name: string): PyObject | undefined => {
    const at = names.indexOf(name);
    return at < 0 ? undefined : args[given + at];
  };
  for (const name of names)
    if (!['sep', 'end', 'file', 'flush'].includes(name))
      vm.raise(TypeErrorType, `'${name}' is an invalid keyword argument for print()`);
  const file = keyword('file');
  if (file !== undefined && file !== None) vm.refuse('print(file=…)', 'Printing to a file is not supported.');
  const separator = piece(vm, keyword('sep'), 'sep', ' ');
  const end = piece(vm, keyword('end'), 'end', '\n');
  // CPython's print gets a tuple of what it is to print.
  for (let i = 0; i < given; i++) (args[i] as PyObject).rc++;
  try {
    for (let i = 0; i < given; i++) {
      if (i > 0) vm.write(separator);
      vm.write(vm.str(args[i] as PyObject));
    }
  } finally {
    for (let i = 0; i < given; i++) vm.heap.decref(args[i] as PyObject);
  }
  vm.write(end);
  return None;
}

/** The digits of an int in a base, with its prefix. */
const based =
  (radix: number, prefix: string) =>
  (vm: Machine, [o]: readonly (PyObject | undefined)[]): PyObject => {
    const text = indexValue(vm, o as PyObject).toString(radix);
    return str(text.startsWith('-') ? `-${prefix}${text.slice(1)}` : prefix + text);
  };

function ord(vm: Machine, [o]: readonly (PyObject | undefined)[]): PyObject {
  let size: number;
  if (o instanceof PyStr) {
    size = textLength(o.value);
    if (size === 1) return codeOf(o.value.codePointAt(0) as number);
  } else if (o instanceof PyBytes || o?.kind === 'bytearray') {
    const bytes = o instanceof PyBytes ? o.value : (o as unknown as { bytes: Uint8Array }).bytes;
    size = bytes.length;
    if (size === 1) return codeOf(bytes[0] as number);
  } else
    return vm.raise(TypeErrorType, `ord() expected string of length 1, but ${typeName(o as PyObject)} found`);
  return vm.raise(TypeErrorType, `ord() expected a character, but string of length ${size} found`);
}

const codeOf = (code: number): PyObject => int(code);

export const TEXT = [
  builtinFunction('print', '*args, **kwargs', print),
  builtinFunction('repr', 'obj, /', (vm, [o]) => str(vm.repr(o as PyObject))),
  builtinFunction('ascii', 'obj, /', (vm, [o]) => str(asciiOnly(vm.repr(o as PyObject)))),
  builtinFunction('format', "value, format_spec='', /", (vm, [o, spec]) => {
    if (spec !== undefined && !(spec instanceof PyStr))
      return vm.raise(TypeErrorType, `format() argument 2 must be str, not ${typeName(spec)}`);
    if ((spec === undefined || spec.value === '') && o instanceof PyStr) return own(o);
    return str(format(vm, o as PyObject, spec?.value ?? ''));
  }),
  builtinFunction('chr', 'i, /', (vm, [o]) => {
    const code = indexValue(vm, o as PyObject);
    if (typeof code !== 'number' || Math.abs(code) > 0x7fffffff)
      return vm.raise(OverflowErrorType, 'Python int too large to convert to C int');
    if (code < 0 || code > 0x10ffff) vm.raise(ValueErrorType, 'chr() arg not in range(0x110000)');
    return makeStr(String.fromCodePoint(code));
  }),
  builtinFunction('ord', 'c, /', ord),
  builtinFunction('hex', 'number, /', based(16, '0x')),
  builtinFunction('oct', 'number, /', based(8, '0o')),
  builtinFunction('bin', 'number, /', based(2, '0b')),
];
