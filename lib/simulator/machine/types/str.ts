/** str: its slots and constructor (Objects/unicodeobject.c). */
import { bool, int, NotImplemented, PyInt, PyStr, str } from '../../memory/atoms';
import type { KeywordNames, Machine, PyObject, PyType } from '../../memory/object';
import { builtinType, StrType } from '../../memory/types';
import { bind, define, method, signature } from '../builtin';
import { formatting } from '../format/formatting';
import { hashStr } from '../format/hash';
import { isPlain, strRepr } from '../format/str-repr';
import { chargeEach, chargeMove, chargeWalk } from '../work';
import { own, typeName } from './convert';
import { IndexErrorType, TypeErrorType } from './exceptions';
import { placeAt, repetition } from './list';
import { defineIterator, exhaust, PyHolder } from './list-iterator';
import { indexOfText } from './search';
import { holds } from './sequence-compare';
import { PySlice, placesOf } from './slice';
import { compareText, isFlat, textAt, textLength, textSlice } from './text';

const value = (o: PyObject): string => (o as PyStr).value;
const isStr = (o: PyObject): boolean => o instanceof PyStr;

/** The strings of one Latin-1 character: CPython keeps one object for each. */
const SINGLE: readonly PyStr[] = Array.from({ length: 256 }, (_, i) => new PyStr(String.fromCharCode(i)));
const EMPTY = new PyStr('');

/** Below this length a place in a str costs nothing to find. */
const NEAR = 1024;

/** A str as library code makes it: the empty one and those of one Latin-1 character are shared. */
export function makeStr(text: string): PyStr {
  if (text.length === 0) return EMPTY;
  return (text.length === 1 ? SINGLE[text.charCodeAt(0)] : undefined) ?? str(text);
}

function subscript(vm: Machine, o: PyObject, key: PyObject): PyObject {
  const text = value(o);
  if (key instanceof PySlice) {
    const { start, step, count } = placesOf(vm, key, textLength(text));
    if (step === 1) {
      if (count === textLength(text) && o.type === StrType) return own(o);
      chargeMove(vm, text.length);
      return makeStr(textSlice(text, start, start + count));
    }
    if (!isFlat(text)) chargeWalk(vm, text.length);
    vm.charge(count, count >> 1);
    const chars = isFlat(text) ? text : [...text];
    let out = '';
    for (let i = 0, at = start; i < count; i++, at += step) out += chars[at];
    return makeStr(out);
  }
  if (!(key instanceof PyInt) && key.type.slots.index === undefined)
    vm.raise(TypeErrorType, `string indices must be integers, not '${typeName(key)}'`);
  if (text.length > NEAR) chargeMove(vm, isFlat(text) ? text.length : 8 * text.length);
  const place = placeAt(vm, key, textLength(text), 'string');
  const char = textAt(text, place);
  return char === undefined ? vm.raise(IndexErrorType, 'string index out of range') : makeStr(char);
}

define(StrType, {
  repr(vm, o) {
    chargeMove(vm, 4 * value(o).length);
    vm.charge(value(o).length);
    if (!isPlain(value(o))) chargeEach(vm, 2 * value(o).length);
    return str(strRepr(value(o)));
  },
  str: (_vm, o) => (o.type === StrType ? own(o) : str(value(o))),
  hash(vm, o) {
    chargeWalk(vm, 2 * value(o).length);
    return hashStr(value(o));
  },
  compare: (vm, a, b, op) => {
    if (!(a instanceof PyStr) || !(b instanceof PyStr)) return NotImplemented;
    if (op === '==' || op === '!=') {
      if (a.value.length === b.value.length) chargeMove(vm, a.value.length);
      return bool((a.value === b.value) === (op === '=='));
    }
    chargeWalk(vm, Math.min(a.value.length, b.value.length));
    return bool(holds(compareText(a.value, b.value), 0, op));
  },
  iter: (vm, o) => vm.heap.add(new PyStrIterator(own(o))),
  length(vm, o) {
    chargeMove(vm, value(o).length);
    return textLength(value(o));
  },
  getItem: subscript,
  contains: (vm, o, part) => {
    if (part instanceof PyStr) {
      chargeMove(vm, 2 * value(o).length);
      return indexOfText(value(o), part.value) >= 0;
    }
    return vm.raise(TypeErrorType, `'in <string>' requires string as left operand, not ${typeName(part)}`);
  },
  binary: {
    '+': (vm, a, b) => {
      if (!(a instanceof PyStr && b instanceof PyStr)) return NotImplemented;
      if (a.value === '' && b.type === StrType) return own(b);
      if (b.value === '' && a.type === StrType) return own(a);
      vm.charge(a.value.length + b.value.length);
      return str(a.value + b.value);
    },
    '*': (vm, a, b) => {
      const found = repetition(vm, a, b, isStr);
      if (found === null) return NotImplemented;
      const [text, count] = found;
      if (count <= 0 || value(text) === '') return EMPTY;
      if (count === 1 && text.type === StrType) return own(text);
      vm.charge(value(text).length * count);
      return makeStr(value(text).repeat(count));
    },
    '%': (vm, a, b) => {
      if (!(a instanceof PyStr)) return NotImplemented;
      return str(formatting.get().percentFormat(vm, a.value, b));
    },
  },
  new: newStr,
});

const SIGNATURE = signature("object='', encoding=None, errors=None");

function newStr(vm: Machine, cls: PyType, args: readonly PyObject[], names: KeywordNames): PyObject {
  const [o, encoding, errors] = bind(vm, SIGNATURE, 'str', 'str', args, names);
  for (const [given, name] of [
    [encoding, 'encoding'],
    [errors, 'errors'],
  ] as const)
    if (given !== undefined && !(given instanceof PyStr))
      vm.raise(TypeErrorType, `str() argument '${name}' must be str, not ${typeName(given)}`);
  if (cls !== StrType)
    vm.refuse('subclass of str', 'Instances of a class derived from str are not supported.');
  if (o === undefined) return EMPTY;
  if (encoding === undefined && errors === undefined) return o.type === StrType ? own(o) : str(vm.str(o));
  if (o instanceof PyStr) vm.raise(TypeErrorType, 'decoding str is not supported');
  const decode = o.type.lookup('decode');
  if (decode === undefined)
    return vm.raise(TypeErrorType, `decoding to str: need a bytes-like object, ${typeName(o)} found`);
  const given = [o, ...(encoding === undefined ? [str('utf-8')] : [encoding]), ...(errors ? [errors] : [])];
  return vm.call(decode, given);
}

export const StrIteratorType = builtinType('str_ascii_iterator');
const WideStrIteratorType = builtinType('str_iterator');

class PyStrIterator extends PyHolder {
  /** In UTF-16 units. */
  index = 0;
  constructor(held: PyObject) {
    super(/^[\0-\x7f]*$/.test(value(held)) ? StrIteratorType : WideStrIteratorType, held);
  }
}

for (const type of [StrIteratorType, WideStrIteratorType]) {
  defineIterator(type, (vm, o) => {
    const iterator = o as PyStrIterator;
    if (iterator.held === null) return null;
    const text = value(iterator.held);
    const code = text.codePointAt(iterator.index);
    if (code === undefined) return exhaust(vm, iterator);
    iterator.index += code > 0xffff ? 2 : 1;
    return makeStr(String.fromCodePoint(code));
  });
  method<PyStrIterator>(type, '__length_hint__', '', (_vm, o) =>
    int(o.held === null ? 0 : textLength(value(o.held).slice(o.index))),
  );
}
