/** What follows a call that runs in the loop (`in-loop.ts`), as the instruction that calls says it. */
import type { PyObject } from '../memory/object';
import type { Frame } from './frame';
import type { Runtime } from './runtime';

/** What is done with the result of a call, a new reference; the frame that called is innermost again. */
export type Done = (vm: Runtime, frame: Frame, result: PyObject) => void;

/** Told of an exception that leaves a call: null where it cannot be caught. */
export type Failed = (vm: Runtime, exception: PyObject | null) => void;
