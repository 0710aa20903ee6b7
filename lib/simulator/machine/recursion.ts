/** The limit on recursion (`sys.setrecursionlimit`, Python/sysmodule.c; _Py_CheckRecursiveCall, Python/ceval.c). */
import type { Runtime } from './runtime';
import { RecursionErrorType, ValueErrorType } from './types/exceptions';

/** `sys.setrecursionlimit(limit)`, as a call of `depth` levels sees it. Errors: ValueError, RecursionError. */
export function setRecursionLimit(vm: Runtime, limit: number, depth: number): void {
  if (limit < 1) vm.raise(ValueErrorType, 'recursion limit must be greater or equal than 1');
  if (depth >= limit)
    vm.raise(
      RecursionErrorType,
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    );
  vm.recursionLimit = limit;
}

/** Levels that the recorder of the conformance traces stands on when it runs a program (`oracle.py --batch`). */
const BELOW = 8;
/** The limit it sets for the program, and the one it sets for itself during an event (`Tracer.run`, `Tracer.event`). */
const FOR_PROGRAM = 1011;
const FOR_EVENT = 100_000;

/**
 * What the recorder takes of the limit: its hook, the event, and the call that changes the limit, at each step. A
 * program that recurses without a step has these levels for itself, and one that has no room for them at a step gets
 * the recorder's error. So are the recorded traces; a run without a recorder has CPython's own limit.
 */
export class RecorderDepth {
  constructor(private readonly vm: Runtime) {
    vm.depth = BELOW;
    vm.recursionLimit = FOR_PROGRAM;
  }

  /** Before a step is written. Errors: RecursionError. */
  begin(): void {
    const { vm } = this;
    const { depth } = vm;
    try {
      vm.enter('');
      vm.enter('');
      vm.enter(' while calling a Python object');
    } finally {
      vm.depth = depth;
    }
    vm.recursionLimit = FOR_EVENT;
  }

  /** After a step was written. Errors: RecursionError. */
  end(): void {
    setRecursionLimit(this.vm, FOR_PROGRAM, this.vm.depth + 3);
  }
}
