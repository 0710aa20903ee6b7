/** Calling (Objects/call.c, `_PyEval_Vector`). */
import type { KeywordNames, PyObject } from '../memory/object';
import { NO_NAMES } from '../memory/object';
import { bindArguments } from './arguments';
import { Frame } from './frame';
import type { Runtime } from './runtime';
import { clearFrame } from './teardown';
import { typeName } from './types/convert';
import { TypeErrorType } from './types/exceptions';
import { PyCell, PyFunction } from './types/function';
import { PyGenerator } from './types/generator';

/**
 * A new frame for a function, innermost from now on. Takes over `func` and the arguments, also when they do not fit
 * (TypeError). `namespace`: of a class body.
 */
export function enterFunction(
  vm: Runtime,
  func: PyFunction,
  args: PyObject[],
  names: KeywordNames,
  namespace: Map<string, PyObject> | null = null,
): Frame {
  const { code } = func;
  const frame = new Frame(vm.nextFrameId(), code, func, func.globals, namespace);
  try {
    bindArguments(vm, frame, func, args, names);
  } catch (raised) {
    frame.sp = frame.stackBase;
    clearFrame(vm, frame);
    throw raised;
  }
  const { slots } = frame;
  for (const slot of code.cellSlots) {
    const cell = new PyCell(code.slotNames[slot] as string, slots[slot] ?? null);
    slots[slot] = vm.heap.add(cell);
  }
  let free = code.slotNames.length - code.freeNames.length;
  for (const cell of func.closure) {
    cell.rc++;
    slots[free++] = cell;
  }
  frame.back = vm.frame;
  return frame;
}

/** Make a frame innermost and count it. Raises RecursionError, with the frame cleared. */
export function pushFrame(vm: Runtime, frame: Frame): void {
  try {
    vm.enter('');
  } catch (raised) {
    clearFrame(vm, frame);
    throw raised;
  }
  vm.frame = frame;
}

/** What a generator costs besides its object: the frame that it keeps. */
const GENERATOR_BYTES = 256;
const GENERATOR_WORK = 8;

/** The generator that a call of a generator function gives, in place of running it. */
export function makeGenerator(vm: Runtime, frame: Frame): PyGenerator {
  vm.charge(GENERATOR_BYTES, GENERATOR_WORK);
  const { func } = frame;
  frame.back = null;
  const made = vm.heap.add(
    new PyGenerator(frame, func?.name ?? frame.code.name, func?.qualifiedName ?? frame.code.qualifiedName),
  );
  frame.generator = made;
  frame.completion = 'host';
  return made;
}

/** Run a function of Python to its end from host code; borrows `func`, takes over the arguments. */
export function runFunction(
  vm: Runtime,
  func: PyFunction,
  args: PyObject[],
  names: KeywordNames,
  namespace: Map<string, PyObject> | null = null,
): PyObject {
  func.rc++;
  const frame = enterFunction(vm, func, args, names, namespace);
  if (func.code.isGenerator) return makeGenerator(vm, frame);
  frame.completion = 'host';
  pushFrame(vm, frame);
  return vm.run(frame);
}

/** Call anything; borrows the callable and the arguments. */
export function callObject(
  vm: Runtime,
  callable: PyObject,
  args: readonly PyObject[],
  names: KeywordNames = NO_NAMES,
): PyObject {
  if (callable instanceof PyFunction) {
    for (const arg of args) arg.rc++;
    return runFunction(vm, callable, args.slice(), names);
  }
  const { call } = callable.type.slots;
  if (call === undefined) return vm.raise(TypeErrorType, `'${typeName(callable)}' object is not callable`);
  return call(vm, callable, args, names);
}
