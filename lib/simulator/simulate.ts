/** From source to trace. */

import type { PyCode } from './bytecode/code';
import { compile } from './bytecode/compiler';
import { DEFAULT_LIMITS } from './limits';
import { Frame } from './machine/frame';
import { BUILTINS } from './machine/library';
import { Vm } from './machine/machine';
import { LimitReached, limitOfHost, Raised, Refused } from './machine/raised';
import { RecorderDepth } from './machine/recursion';
import type { PyException } from './machine/types/exceptions';
import { PyTraceback } from './machine/types/frame';
import { None, str } from './memory/atoms';
import { HeapObject } from './memory/object';
import { PythonSyntaxError, TooKnotty } from './syntax/error';
import { parseWithSymbols } from './syntax/program';
import { NAMED_CHARACTER } from './syntax/string-escapes';
import { Unsupported } from './syntax/unsupported';
import { TraceRecorder } from './trace/recorder';
import type { Ending, Limits, Span, Trace } from './trace/trace';

export interface SimulateOptions {
  /** Bounds of the run; what is left out is as for students' programs. */
  readonly limits?: Partial<Limits>;
  /** Check after each step that records and counts are true. Slow; for tests, and of no effect in a browser. */
  readonly audit?: boolean;
  /**
   * Give the trace that the recorder of format 1 gives. It takes levels of recursion for itself, and holds a weak
   * reference to each array that a step has shown: then NumPy resizes none of them, and a program that tries is refused.
   */
  readonly recorded?: boolean;
}

const START: Span = { line: 1, column: 0, endLine: 1, endColumn: 0 };

/** Run a program and record each step. The same source and options give the same trace on every machine. */
export const simulate = (source: string, options: SimulateOptions = {}): Trace =>
  simulateOn((limits) => new Vm(limits, BUILTINS), source, options);

/** The same on a machine of the caller's making: only `misconceptions/` makes another than the true one. */
export function simulateOn(
  machineFor: (limits: Limits) => Vm,
  source: string,
  options: SimulateOptions,
): Trace {
  const limits = options.limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...options.limits };
  const trace = (ending: Ending, recorder?: TraceRecorder, vm?: Vm): Trace => ({
    format: 1,
    source,
    steps: recorder?.steps ?? [],
    ending,
    constants: vm === undefined ? {} : countConstants(vm),
  });
  if (source.length > limits.source)
    return trace({ type: 'limit', limit: 'source', message: 'The program is too long.', span: START });
  const vm = machineFor(limits);
  vm.weaklyTraced = options.recorded ?? false;
  let code: PyCode;
  try {
    const { module, scope } = parseWithSymbols(source);
    code = compile(vm, module, scope);
  } catch (thrown) {
    return trace(endingOf(thrown));
  }
  addConstants(vm, code, new Set());
  const recorder = new TraceRecorder(vm, options.audit, options.recorded ? new RecorderDepth(vm) : null);
  vm.recorder = recorder;
  return trace(execute(vm, code, recorder), recorder, vm);
}

/** Run the module to its end; an uncaught exception is dropped before the last step. */
function execute(vm: Vm, code: PyCode, recorder: TraceRecorder): Ending {
  vm.globals.set('__name__', str('__main__'));
  vm.globals.set('__doc__', None);
  vm.globals.set('__builtins__', None);
  const frame = new Frame(vm.nextFrameId(), code.fields, null, vm.globals, vm.globals);
  frame.completion = 'host';
  let ending: Ending = { type: 'finished' };
  try {
    vm.enter('');
    vm.frame = frame;
    try {
      vm.run(frame);
    } catch (thrown) {
      if (!(thrown instanceof Raised)) throw thrown;
      ending = raisedEnding(vm, thrown.exception as PyException);
      vm.handling.exception = null;
      vm.heap.decref(thrown.exception);
    }
    recorder.end();
    return ending;
  } catch (thrown) {
    return endingOf(thrown, vm);
  }
}

/** The uncaught exception: its class, its message, and the line of the innermost frame. */
function raisedEnding(vm: Vm, exception: PyException): Ending {
  const traceback: { fn: string; line: number }[] = [];
  let span: Span = START;
  for (let tb = exception.traceback; tb instanceof PyTraceback; tb = tb.next) {
    const code = tb.frame?.frame.code;
    if (code === undefined || code.library) continue;
    traceback.push({ fn: code.name, line: tb.line });
    const place = code.places[code.positions[Math.max(0, tb.instruction)] as number];
    if (place !== undefined)
      span = { line: tb.line, column: place.column, endLine: place.endLine, endColumn: place.endColumn };
  }
  return {
    type: 'raised',
    exception: exception.type.name,
    message: messageOf(vm, exception),
    span,
    traceback,
  };
}

/**
 * `str(e)`, as CPython's traceback shows it. The recorder of format 1 asks for it in an `except` clause of its own, and
 * shows the steps of a `__str__` of the program.
 */
function messageOf(vm: Vm, exception: PyException): string {
  const { recorder } = vm;
  if (vm.weaklyTraced) vm.handling.exception = exception;
  else vm.recorder = null;
  try {
    return vm.str(exception);
  } catch (thrown) {
    if (!(thrown instanceof Raised)) throw thrown;
    vm.heap.decref(thrown.exception);
    return '<exception str() failed>';
  } finally {
    vm.recorder = recorder;
  }
}

/** How a run ended that was not let go on. */
function endingOf(thrown: unknown, vm?: Vm): Ending {
  const place = vm?.frame?.place;
  const span: Span =
    place === undefined
      ? START
      : { line: place.line, column: place.column, endLine: place.endLine, endColumn: place.endColumn };
  if (thrown instanceof Refused)
    return { type: 'unsupported', feature: thrown.feature, message: thrown.message, span };
  if (thrown instanceof LimitReached)
    return { type: 'limit', limit: thrown.limit, message: thrown.message, span };
  if (thrown instanceof Unsupported) {
    const { line, column, endLine, endColumn } = thrown.place;
    return {
      type: 'unsupported',
      feature: thrown.feature,
      message: thrown.message,
      span: { line, column, endLine, endColumn },
    };
  }
  if (thrown instanceof PythonSyntaxError) {
    const { type, message, line, column } = thrown;
    const end = { endLine: thrown.endLine ?? line, endColumn: thrown.endColumn ?? column };
    if (message.endsWith(NAMED_CHARACTER))
      return {
        type: 'unsupported',
        feature: 'named character',
        message: NAMED_CHARACTER,
        span: { line, column: Math.max(0, column - 1), ...end },
      };
    return { type: 'syntax', exception: type, message, span: { line, column, ...end } };
  }
  if (thrown instanceof TooKnotty)
    return { type: 'limit', limit: 'instructions', message: thrown.message, span: START };
  const limit = limitOfHost(thrown);
  if (limit === null) throw thrown;
  return { type: 'limit', limit: limit.limit, message: limit.message, span };
}

/** Note the tuples and frozensets that code objects hold. */
function addConstants(vm: Vm, code: PyCode, seen: Set<PyCode>): void {
  if (seen.has(code)) return;
  seen.add(code);
  for (const constant of code.fields.constants) {
    if (constant.kind === 'code') addConstants(vm, constant as PyCode, seen);
    else if (constant instanceof HeapObject && constant.id !== 0) vm.constants.push(constant);
  }
}

function countConstants(vm: Vm): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const o of vm.constants) counts[o.id] = (counts[o.id] ?? 0) + 1;
  return counts;
}
