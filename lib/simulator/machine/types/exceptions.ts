/**
 * The built-in exception classes and the layout of their instances (Objects/exceptions.c). Their behaviour is
 * attached by `exception.ts`.
 */
import { EMPTY_TUPLE, type PyTuple } from '../../memory/containers';
import { HeapObject, type PyObject, PyType, type Visit } from '../../memory/object';
import { ObjectType, TypeType } from '../../memory/types';

/** Every built-in exception class, by name. */
export const EXCEPTIONS = new Map<string, PyType>();

/** A built-in exception class; others than the built-in ones have a module (`numpy.exceptions`). */
export function exceptionType(name: string, base: PyType, module = 'builtins'): PyType {
  const type = new PyType(name, { bases: [base], metatype: TypeType, module });
  if (module === 'builtins') EXCEPTIONS.set(name, type);
  return type;
}

export const BaseExceptionType = exceptionType('BaseException', ObjectType);
BaseExceptionType.hasAttrs = true;
export const ExceptionType = exceptionType('Exception', BaseExceptionType);
export const GeneratorExitType = exceptionType('GeneratorExit', BaseExceptionType);
exceptionType('KeyboardInterrupt', BaseExceptionType);
export const SystemExitType = exceptionType('SystemExit', BaseExceptionType);

export const ArithmeticErrorType = exceptionType('ArithmeticError', ExceptionType);
exceptionType('FloatingPointError', ArithmeticErrorType);
export const OverflowErrorType = exceptionType('OverflowError', ArithmeticErrorType);
export const ZeroDivisionErrorType = exceptionType('ZeroDivisionError', ArithmeticErrorType);
export const AssertionErrorType = exceptionType('AssertionError', ExceptionType);
export const AttributeErrorType = exceptionType('AttributeError', ExceptionType);
export const BufferErrorType = exceptionType('BufferError', ExceptionType);
exceptionType('EOFError', ExceptionType);
export const ImportErrorType = exceptionType('ImportError', ExceptionType);
export const ModuleNotFoundErrorType = exceptionType('ModuleNotFoundError', ImportErrorType);
export const LookupErrorType = exceptionType('LookupError', ExceptionType);
export const IndexErrorType = exceptionType('IndexError', LookupErrorType);
export const KeyErrorType = exceptionType('KeyError', LookupErrorType);
export const MemoryErrorType = exceptionType('MemoryError', ExceptionType);
export const NameErrorType = exceptionType('NameError', ExceptionType);
export const UnboundLocalErrorType = exceptionType('UnboundLocalError', NameErrorType);
export const OSErrorType = exceptionType('OSError', ExceptionType);
export const ConnectionErrorType = exceptionType('ConnectionError', OSErrorType);
for (const name of [
  'BrokenPipeError',
  'ConnectionAbortedError',
  'ConnectionRefusedError',
  'ConnectionResetError',
])
  exceptionType(name, ConnectionErrorType);
for (const name of [
  'BlockingIOError',
  'ChildProcessError',
  'FileExistsError',
  'FileNotFoundError',
  'InterruptedError',
  'IsADirectoryError',
  'NotADirectoryError',
  'PermissionError',
  'ProcessLookupError',
  'TimeoutError',
])
  exceptionType(name, OSErrorType);
export const ReferenceErrorType = exceptionType('ReferenceError', ExceptionType);
export const RuntimeErrorType = exceptionType('RuntimeError', ExceptionType);
exceptionType('NotImplementedError', RuntimeErrorType);
export const RecursionErrorType = exceptionType('RecursionError', RuntimeErrorType);
exceptionType('StopAsyncIteration', ExceptionType);
export const StopIterationType = exceptionType('StopIteration', ExceptionType);
export const SyntaxErrorType = exceptionType('SyntaxError', ExceptionType);
export const IndentationErrorType = exceptionType('IndentationError', SyntaxErrorType);
exceptionType('TabError', IndentationErrorType);
exceptionType('SystemError', ExceptionType);
export const TypeErrorType = exceptionType('TypeError', ExceptionType);
export const ValueErrorType = exceptionType('ValueError', ExceptionType);
exceptionType('UnicodeError', ValueErrorType);
export const WarningType = exceptionType('Warning', ExceptionType);
exceptionType('DeprecationWarning', WarningType);
exceptionType('RuntimeWarning', WarningType);
exceptionType('UserWarning', WarningType);
for (const name of [
  'BytesWarning',
  'EncodingWarning',
  'FutureWarning',
  'ImportWarning',
  'PendingDeprecationWarning',
  'ResourceWarning',
  'SyntaxWarning',
  'UnicodeWarning',
])
  exceptionType(name, WarningType);

/** An exception instance. Add it to the heap. */
export class PyException extends HeapObject {
  override get kind(): 'exception' {
    return 'exception';
  }
  /** `__traceback__`, `__context__`, `__cause__`: owned. */
  traceback: PyObject | null = null;
  context: PyObject | null = null;
  cause: PyObject | null = null;
  /** `__suppress_context__` */
  suppressContext = false;
  /**
   * What its class stores besides `args`, owned: `value` (StopIteration), `name` and `obj` (AttributeError),
   * `name` (NameError), `name`, `path`, `msg` (ImportError), `code` (SystemExit), `errno` … (OSError).
   */
  fields: Map<string, PyObject> | null = null;
  /** The library function that it came from and whose frames hold an unknown number of references, or null. */
  unknown: string | null = null;

  /** Takes over the caller's reference to `args`. */
  constructor(
    type: PyType,
    public args: PyTuple = EMPTY_TUPLE,
  ) {
    super(type);
  }
  /** Store a field; takes over the caller's reference to the value. */
  setField(name: string, value: PyObject): void {
    this.fields ??= new Map();
    this.fields.set(name, value);
    this.dirty = true;
  }
  override traverse(visit: Visit): void {
    if (this.args !== EMPTY_TUPLE) visit(this.args, 'exception');
    if (this.traceback !== null) visit(this.traceback, 'exception');
    if (this.cause !== null) visit(this.cause, 'exception');
    if (this.context !== null) visit(this.context, 'exception');
    for (const value of this.fields?.values() ?? []) visit(value, 'exception');
  }
  /** BaseException_clear: dict is released first by CPython; then args, traceback, cause, context. */
  override drop(): PyObject[] {
    const owned: PyObject[] = [...(this.fields?.values() ?? [])];
    if (this.args !== EMPTY_TUPLE) owned.push(this.args);
    for (const held of [this.traceback, this.cause, this.context]) if (held !== null) owned.push(held);
    this.fields = null;
    this.args = EMPTY_TUPLE;
    this.traceback = this.cause = this.context = null;
    return owned;
  }
}
