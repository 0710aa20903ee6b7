/** What the machine tells to whoever writes the trace (`trace/recorder.ts`). */
import type { StepPoint } from '../bytecode/code';
import type { FreedBy } from '../memory/heap';
import type { HeapObject, PyObject } from '../memory/object';
import type { Frame } from './frame';

/**
 * The recorder reads the machine (`Vm`): `vm.frame` is the innermost frame and `frame.back` leads to the module's;
 * `vm.heap.live` has every object; `vm.handled()` lists the exceptions being handled, outermost first;
 * `vm.takeOutput()` gives the output since it was last taken.
 *
 * Of a frame: `code.slotNames` and `slots` give the names of a function (a cell variable's slot holds its PyCell),
 * `names` those of a module or class body; the value stack is `slots` from `stackBase` to `sp`, null is no reference.
 * `place.roles[i]` says what the i-th place of the stack is for; places above those are operands. While `opaque`,
 * host code runs on top of the frame, and CPython's stack is not to be seen from outside.
 */
export interface Recorder {
  /** A simple statement of this frame has finished; `returned` is the value that `return v` gives, not counted yet. */
  step(point: StepPoint, frame: Frame, returned: PyObject | null): void;
  /** The program has ended; an uncaught exception and its traceback are gone. */
  end(): void;
  /** An object is about to be freed; what it holds is still there. */
  freed(o: HeapObject, by: FreedBy): void;
}
