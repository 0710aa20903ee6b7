/** The machine with rules that can be bent: its table of instructions, and what happens when a count is 0. */
import type { Opcode } from '../../bytecode/opcodes';
import type { Frame } from '../../machine/frame';
import { HANDLERS } from '../../machine/instructions';
import { Vm } from '../../machine/machine';
import type { Handler, Runtime } from '../../machine/runtime';
import type { FreedBy } from '../../memory/heap';
import type { HeapObject } from '../../memory/object';
import type { Trace } from '../../trace/trace';

/** Carries out an instruction in its bent way; `truly` does what CPython does. */
export type Bent = (vm: Runtime, frame: Frame, operand: number, truly: () => void) => void;

export class BentMachine extends Vm {
  override readonly handlers: Handler[] = [...HANDLERS];
  private readonly keepers: ((o: HeapObject) => boolean)[] = [];
  private readonly readings: ((trace: Trace) => Trace)[] = [];
  /** What the trace says of objects that are freed now; null: what frees them. */
  freedAs: FreedBy | null = null;

  /** Bend instructions of the program. Code of the library, such as `copy.copy`, runs truly, unless it is asked for. */
  around(ops: readonly Opcode[], bent: Bent, where: 'program' | 'library' = 'program'): void {
    for (const op of ops) {
      const truly = this.handlers[op] as Handler;
      this.handlers[op] = (vm, frame, operand) => {
        if (frame.code.library !== (where === 'library')) truly(vm, frame, operand);
        else bent(vm, frame, operand, () => truly(vm, frame, operand));
      };
    }
  }

  /** Bend `_Py_Dealloc`: what is kept stays where it is, with a count of 0. */
  keepWhere(kept: (o: HeapObject) => boolean): void {
    this.keepers.push(kept);
  }
  override retire(o: HeapObject): boolean {
    return !this.keepers.some((kept) => kept(o)) && super.retire(o);
  }
  override freed(o: HeapObject, by: FreedBy): void {
    super.freed(o, this.freedAs ?? by);
  }

  /** Bend what the trace says of the run. */
  readAs(reading: (trace: Trace) => Trace): void {
    this.readings.push(reading);
  }
  /** The trace as the belief reads it. */
  believed(trace: Trace): Trace {
    return this.readings.reduce((read, reading) => reading(read), trace);
  }
}
