import { BINARY_CODE } from '../bytecode/expressions/operator';
import { Op } from '../bytecode/opcodes';
import { peek } from '../machine/instructions/handler';
import type { Runtime } from '../machine/runtime';
import { PyInt } from '../memory/atoms';
import { PyList, PyTuple } from '../memory/containers';
import type { PyObject } from '../memory/object';
import { NdArray } from '../numpy/ndarray';
import type { Misconception } from './misconception';

const isSequence = (o: PyObject): o is PyList | PyTuple => o instanceof PyList || o instanceof PyTuple;

/** Each element times the factor, in a new sequence; raises TypeError for what has no product. */
function multiplied(vm: Runtime, sequence: PyList | PyTuple, factor: PyObject): PyObject {
  const items: PyObject[] = [];
  try {
    for (const item of sequence.items)
      items.push(isSequence(item) ? multiplied(vm, item, factor) : vm.binary(item, factor, '*'));
  } catch (raised) {
    vm.heap.decrefAll(items);
    throw raised;
  }
  return vm.heap.add(sequence instanceof PyList ? new PyList(items) : new PyTuple(items));
}

/** Bends list_repeat: `*` multiplies the elements, as it does for an array. */
export const noSequenceRepetition: Misconception = {
  id: 'NoSequenceRepetition',
  title: 'A sequence is not repeated',
  belief: '`[1, 2] * 2` multiplies the numbers in the list, as it does for an array; nothing is repeated.',
  refutation:
    'For a list or a tuple `*` repeats: `[1, 2] * 2` is `[1, 2, 1, 2]`, a new list with each reference stored again. Only a NumPy array multiplies its elements.',
  snippet: 'a = [1, 2] * 2\nprint(a)\n',
  bend: (machine) =>
    machine.around([Op.BINARY_OP, Op.INPLACE_OP], (vm, frame, op, truly) => {
      const [left, right] = [peek(frame, 2), peek(frame, 1)];
      if (BINARY_CODE[op] !== '*' || left instanceof NdArray || right instanceof NdArray) return truly();
      const [sequence, factor] = isSequence(left) ? [left, right] : [right, left];
      if (!isSequence(sequence) || !(factor instanceof PyInt)) return truly();
      const made = multiplied(vm, sequence, factor);
      frame.sp -= 1;
      frame.slots[frame.sp - 1] = made;
      vm.heap.decref(left);
      vm.heap.decref(right);
    }),
};
