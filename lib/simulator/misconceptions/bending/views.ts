/** The instructions that make a view of an array, bent in what they give. */
import { Op } from '../../bytecode/opcodes';
import { peek } from '../../machine/instructions/handler';
import type { Runtime } from '../../machine/runtime';
import type { PyObject } from '../../memory/object';
import { copyOf } from '../../numpy/copy';
import { NdArray } from '../../numpy/ndarray';
import type { BentMachine } from './bent-machine';
import { calleeOf, holding, result } from './stack';

/** What made a view: a subscript, or an attribute, method or function of this name. */
export type Maker = { readonly by: 'subscript' } | { readonly by: 'name'; readonly name: string };

/** Takes over the new view of `source`, gives what the instruction leaves instead (often the view itself). */
export type Change = (vm: Runtime, source: NdArray, view: NdArray, maker: Maker) => NdArray;

/** Whether an array shows memory that `source` shows too, and is none of the program's own making. */
const isViewOf = (o: PyObject, source: PyObject): o is NdArray =>
  o instanceof NdArray && source instanceof NdArray && o !== source && !o.owns && o.buffer === source.buffer;

/** Bend every instruction by which a program makes a view. */
export function onView(machine: BentMachine, change: Change): void {
  machine.around([Op.BINARY_SUBSCR], (vm, frame, _operand, truly) => {
    const source = peek(frame, 2);
    if (!(source instanceof NdArray)) return truly();
    holding(vm, [source], () => {
      truly();
      const view = result(frame);
      if (isViewOf(view, source)) frame.slots[frame.sp - 1] = change(vm, source, view, { by: 'subscript' });
    });
  });
  machine.around([Op.LOAD_ATTR], (vm, frame, operand, truly) => {
    const source = peek(frame, 1);
    if (!(source instanceof NdArray)) return truly();
    const name = frame.code.names[operand] as string;
    holding(vm, [source], () => {
      truly();
      const view = result(frame);
      if (isViewOf(view, source)) frame.slots[frame.sp - 1] = change(vm, source, view, { by: 'name', name });
    });
  });
  machine.around([Op.CALL], (vm, frame, n, truly) => {
    const { name, args } = calleeOf(frame, n);
    const sources = args.filter((arg): arg is NdArray => arg instanceof NdArray);
    if (sources.length === 0) return truly();
    holding(vm, sources, () => {
      truly();
      // A function of the program has only begun.
      if (vm.frame !== frame) return;
      const view = result(frame);
      const source = sources.find((one) => isViewOf(view, one));
      if (source !== undefined && isViewOf(view, source))
        frame.slots[frame.sp - 1] = change(vm, source, view, { by: 'name', name });
    });
  });
}

/** A copy in the place of a view, which is released. */
export function copyInstead(vm: Runtime, view: NdArray): NdArray {
  const copy = copyOf(vm, view, 'C');
  vm.heap.decref(view);
  return copy;
}

/** Let a view hold another base, or none. */
export function rebase(vm: Runtime, view: NdArray, base: NdArray | null): NdArray {
  const old = view.base;
  if (base !== null) base.rc++;
  view.base = base;
  view.dirty = true;
  if (old !== null) vm.heap.decref(old);
  return view;
}
