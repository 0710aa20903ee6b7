/** Pattern matching (MATCH_CLASS … in Python/ceval.c). */
import { Op } from '../../bytecode/opcodes';
import { bool, int, None, PyStr } from '../../memory/atoms';
import { EMPTY_TUPLE, PyTuple } from '../../memory/containers';
import { type PyObject, PyType } from '../../memory/object';
import { DictType, ListType, RangeType, TupleType } from '../../memory/types';
import { caught } from '../iteration';
import type { Runtime } from '../runtime';
import { typeName } from '../types/convert';
import { dictGet, type PyDict } from '../types/dict';
import { AttributeErrorType, TypeErrorType } from '../types/exceptions';
import { on, peek, pop, push, replaceTop } from './handler';

/** Types whose flag Py_TPFLAGS_SEQUENCE is set. */
const isSequence = (o: PyObject): boolean =>
  [ListType, TupleType, RangeType].some((type) => o.type.isSubtype(type)) || o.type.name === 'deque';

on(Op.MATCH_SEQUENCE, (_vm, frame) => push(frame, bool(isSequence(peek(frame, 1)))));
on(Op.MATCH_MAPPING, (_vm, frame) => push(frame, bool(peek(frame, 1).type.isSubtype(DictType))));
on(Op.GET_LEN, (vm, frame) => push(frame, int(vm.length(peek(frame, 1)))));

/** On the stack: subject, keys. Pushes a tuple of the values, or None. */
on(Op.MATCH_KEYS, (vm, frame) => {
  const keys = peek(frame, 1) as PyTuple;
  const subject = peek(frame, 2) as PyDict;
  const values: PyObject[] = [];
  for (const key of keys.items) {
    const value = dictGet(vm, subject, key);
    if (value === null) {
      vm.heap.decrefAll(values);
      return push(frame, None);
    }
    value.rc++;
    values.push(value);
  }
  push(frame, values.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(values)));
});

/** On the stack: subject, class, names. Leaves a tuple of attributes, or None. */
on(Op.MATCH_CLASS, (vm, frame, count) => {
  const names = peek(frame, 1) as PyTuple;
  const result = matchClass(vm, peek(frame, 3), peek(frame, 2), count, names);
  const keywords = pop(frame);
  const cls = pop(frame);
  replaceTop(vm, frame, result);
  vm.heap.decref(cls);
  vm.heap.decref(keywords);
});

/** The built-in classes whose one positional pattern matches the subject itself. */
const SELF_MATCHING = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

function matchClass(
  vm: Runtime,
  subject: PyObject,
  cls: PyObject,
  count: number,
  keywords: PyTuple,
): PyObject {
  if (!(cls instanceof PyType)) return vm.raise(TypeErrorType, 'called match pattern must be a class');
  if (!subject.type.isSubtype(cls)) return None;
  const values: PyObject[] = [];
  const seen = new Set<string>();
  try {
    if (count > 0) addPositional(vm, subject, cls, count, values, seen);
    for (const name of keywords.items)
      if (name instanceof PyStr) addAttribute(vm, subject, cls, name.value, values, seen);
  } catch (raised) {
    vm.heap.decrefAll(values);
    if (!caught(raised, AttributeErrorType)) throw raised;
    vm.heap.decref(raised.exception);
    return None;
  }
  return values.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(values));
}

function addPositional(
  vm: Runtime,
  subject: PyObject,
  cls: PyType,
  count: number,
  values: PyObject[],
  seen: Set<string>,
) {
  const found = cls.lookup('__match_args__');
  const itself =
    found === undefined && cls.mro.some((base) => !base.isHeapType && SELF_MATCHING.has(base.name));
  if (found !== undefined && found.type !== TupleType)
    vm.raise(TypeErrorType, `${cls.name}.__match_args__ must be a tuple (got ${typeName(found)})`);
  const items = found === undefined ? [] : (found as PyTuple).items;
  const allowed = itself ? 1 : items.length;
  if (allowed < count)
    vm.raise(
      TypeErrorType,
      `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${count} given)`,
    );
  if (itself) {
    subject.rc++;
    values.push(subject);
    return;
  }
  for (const name of items.slice(0, count)) {
    if (!(name instanceof PyStr))
      return vm.raise(TypeErrorType, `__match_args__ elements must be strings (got ${typeName(name)})`);
    addAttribute(vm, subject, cls, name.value, values, seen);
  }
}

function addAttribute(
  vm: Runtime,
  subject: PyObject,
  cls: PyType,
  name: string,
  values: PyObject[],
  seen: Set<string>,
): void {
  if (seen.has(name))
    vm.raise(TypeErrorType, `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
  seen.add(name);
  values.push(vm.getAttribute(subject, name));
}
