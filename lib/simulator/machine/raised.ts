/**
 * What travels through the host when a program does not go on normally.
 *
 * None of these is an `Error`: an Error captures the host's stack each time it is made, which costs more than
 * the whole Python statement that raises, and says nothing about the program.
 */
import type { PyObject } from '../memory/object';
import type { LimitName } from '../trace/trace';

/** A Python exception on its way to a handler. It owns one reference to the exception instance. */
export class Raised {
  constructor(readonly exception: PyObject) {}
}

/** Thrown by RERAISE: the exception goes on, and its traceback does not grow. */
export class Reraised extends Raised {
  constructor(
    exception: PyObject,
    /** Index of the instruction that raised at first, where it is known: the frame is there again. */
    readonly from = -1,
  ) {
    super(exception);
  }
}

/** The program uses something whose result is not known for certain. A program cannot catch it. */
export class Refused {
  constructor(
    /** What it is, for the ledger: 'async', 'module os', 'numpy.einsum' … */
    readonly feature: string,
    /** For people: a short sentence. */
    readonly message: string,
  ) {}
}

/** A limit of the run was reached. A program cannot catch it. */
export class LimitReached {
  constructor(
    readonly limit: LimitName,
    readonly message: string,
  ) {}
}

/**
 * The limit behind an error of the host: its stack is used up, or a text, array or int is larger than it can make.
 * Charges come before the work, so that the second is a last resort. null for what is no such error.
 */
export function limitOfHost(thrown: unknown): LimitReached | null {
  // "Maximum call stack size exceeded" is a RangeError; "too much recursion" in Firefox is an InternalError.
  if (thrown instanceof Error && /call stack|recursion/.test(thrown.message))
    return new LimitReached('depth', 'The program nests too deeply.');
  return thrown instanceof RangeError ? new LimitReached('bytes', 'The program uses too much memory.') : null;
}
