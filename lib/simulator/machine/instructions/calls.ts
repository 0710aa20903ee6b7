/** Calls, functions, classes. */
import type { PyCode } from '../../bytecode/code';
import { HAS_ANNOTATIONS, HAS_DEFAULTS, HAS_KEYWORD_DEFAULTS } from '../../bytecode/flags';
import { Op } from '../../bytecode/opcodes';
import { PyStr, str } from '../../memory/atoms';
import { EMPTY_TUPLE, PyTuple } from '../../memory/containers';
import { NO_NAMES, type PyObject } from '../../memory/object';
import { callObject, enterFunction, makeGenerator, pushFrame } from '../calls';
import { buildClass } from '../class-statement';
import type { Frame } from '../frame';
import { callInLoop, returnInLoop } from '../in-loop';
import type { Runtime } from '../runtime';
import { functionName } from '../spread';
import { popFrame } from '../teardown';
import { typeName } from '../types/convert';
import { dictEntries, type PyDict } from '../types/dict';
import { TypeErrorType } from '../types/exceptions';
import { type PyCell, PyFunction } from '../types/function';
import { PyMethod } from '../types/method';
import { unpackAll } from '../unpack';
import { on, pop, push } from './handler';

on(Op.KW_NAMES, (_vm, frame, index) => {
  frame.keywordNames = frame.code.keywordNames[index] ?? null;
});

/** Start a function of Python; its frame becomes the innermost. Takes over `func` and the arguments. */
function start(
  vm: Runtime,
  frame: Frame,
  func: PyFunction,
  args: PyObject[],
  names: readonly string[],
): void {
  const made = enterFunction(vm, func, args, names);
  if (func.code.isGenerator) push(frame, makeGenerator(vm, made));
  else pushFrame(vm, made);
}

on(Op.CALL, (vm, frame, n) => {
  const { slots } = frame;
  const names = frame.keywordNames ?? NO_NAMES;
  frame.keywordNames = null;
  const base = frame.sp - n - 2;
  if (slots[base] === null) {
    const bound = slots[base + 1];
    if (bound instanceof PyMethod) {
      // A bound method gives up its place to its function and its object.
      const { func, self } = bound;
      if (func !== null && self !== null) {
        func.rc++;
        self.rc++;
        slots[base] = func;
        slots[base + 1] = self;
        vm.heap.decref(bound);
      }
    }
  }
  const isMethod = slots[base] !== null;
  const callable = slots[isMethod ? base : base + 1] as PyObject;
  const first = isMethod ? base + 1 : base + 2;
  const args = slots.slice(first, frame.sp) as PyObject[];
  if (callable instanceof PyFunction) {
    frame.sp = base;
    return start(vm, frame, callable, args, names);
  }
  const done = (_vm: Runtime, back: Frame, result: PyObject): void => {
    back.sp = base;
    push(back, result);
    vm.heap.decref(callable);
    vm.heap.decrefAll(args);
  };
  if (callable.kind !== 'builtin' && callInLoop(vm, frame, callable, args, names, done, nothing)) return;
  done(vm, frame, callObject(vm, callable, args, names));
});

const nothing = (): void => undefined;

on(Op.CALL_FUNCTION_EX, (vm, frame, hasKeywords) => {
  const at = frame.sp - 1 - hasKeywords;
  const spread = frame.slots[at] as PyObject;
  const callable = frame.slots[at - 1] as PyObject;
  const keywords = hasKeywords === 1 ? (frame.slots[at + 1] as PyDict) : null;
  const items = spread instanceof PyTuple ? spread.items : spreadItems(vm, callable, spread);
  const args = items.slice();
  if (!(spread instanceof PyTuple)) {
    frame.slots[at] = args.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(items));
    vm.heap.decref(spread);
  }
  const names: string[] = [];
  for (const [key, value] of keywords === null ? [] : dictEntries(keywords)) {
    if (!(key instanceof PyStr)) return vm.raise(TypeErrorType, 'keywords must be strings');
    names.push(key.value);
    args.push(value);
  }
  // Keywords make CPython copy all arguments into a vector that holds them (_PyStack_UnpackDict).
  const copied = names.length > 0 ? args : [];
  for (const arg of copied) arg.rc++;
  const { packed, packedTuple } = vm;
  if (names.length === 0) {
    vm.packed = args;
    vm.packedTuple = frame.slots[at] as PyTuple;
  }
  const release = (): void => vm.heap.decrefAll(copied);
  const done = (_vm: Runtime, back: Frame, result: PyObject): void => {
    release();
    if (keywords !== null) pop(back);
    const tuple = pop(back);
    pop(back);
    pop(back);
    push(back, result);
    vm.heap.decref(callable);
    vm.heap.decref(tuple);
    if (keywords !== null) vm.heap.decref(keywords);
  };
  try {
    if (callInLoop(vm, frame, callable, args, names, done, release)) return;
    done(vm, frame, callHost(vm, callable, args, names, release));
  } finally {
    vm.packed = packed;
    vm.packedTuple = packedTuple;
  }
});

/** Call library code; `failed` is told of an error. */
function callHost(
  vm: Runtime,
  callable: PyObject,
  args: readonly PyObject[],
  names: readonly string[],
  failed: () => void,
): PyObject {
  try {
    return callObject(vm, callable, args, names);
  } catch (raised) {
    failed();
    throw raised;
  }
}

/** The items of what stands behind `*`: new references. */
function spreadItems(vm: Runtime, callable: PyObject, spread: PyObject): PyObject[] {
  const { slots } = spread.type;
  if (slots.iter === undefined && slots.getItem === undefined)
    vm.raise(
      TypeErrorType,
      `${functionName(callable)} argument after * must be an iterable, not ${typeName(spread)}`,
    );
  return unpackAll(vm, spread);
}

on(Op.RETURN_VALUE, (vm, frame) => {
  const value = pop(frame);
  const { completion, back } = frame;
  popFrame(vm, frame);
  if (completion === 'push') push(back as Frame, value);
  else if (completion === 'host') vm.result = value;
  else returnInLoop(vm, frame, completion, value);
});

on(Op.MAKE_FUNCTION, (vm, frame, flags) => {
  const code = pop(frame) as PyCode;
  const module = frame.globals.get('__name__');
  const made = new PyFunction(code, frame.globals, module instanceof PyStr ? module.value : '__main__');
  const { freeNames, docstring } = code.fields;
  frame.sp -= freeNames.length;
  made.closure = frame.slots.slice(frame.sp, frame.sp + freeNames.length) as PyCell[];
  if (docstring !== null) made.doc = str(docstring);
  if (flags & HAS_ANNOTATIONS) made.annotations = pop(frame) as PyTuple;
  if (flags & HAS_KEYWORD_DEFAULTS) made.keywordDefaults = pop(frame) as PyDict;
  if (flags & HAS_DEFAULTS) made.defaults = pop(frame) as PyTuple;
  push(frame, vm.heap.add(made));
});

on(Op.LOAD_BUILD_CLASS, (_vm, frame) => push(frame, buildClass));
