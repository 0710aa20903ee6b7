import { BINARY_CODE } from '../bytecode/expressions/operator';
import { Op } from '../bytecode/opcodes';
import { peek } from '../machine/instructions/handler';
import { augment } from '../machine/operators';
import type { ArithmeticOp } from '../memory/object';
import { copied, isData } from './bending/copying';
import type { Misconception } from './misconception';

/** Bends INPLACE_OP: the result is a new object. */
export const augmentedRebinds: Misconception = {
  id: 'AugmentedRebinds',
  title: '+= makes a new object',
  belief: '`b += x` is the same as `b = b + x`: a new object for `b`, and other names keep the old one.',
  refutation:
    'For a list or an array `b += x` changes the object in place and binds `b` to that same object again, so that every other name of it shows the change. Only where the type cannot change, as for numbers and tuples, does it make a new object.',
  snippet: 'a = [1]\nb = a\nb += [2]\nprint(a)\n',
  bend: (machine) =>
    machine.around([Op.INPLACE_OP], (vm, frame, op, truly) => {
      const left = peek(frame, 2);
      if (!isData(left) || left.kind === 'tuple') return truly();
      const copy = copied(vm, left);
      frame.slots[frame.sp - 2] = copy;
      vm.heap.decref(left);
      const made = augment(vm, copy, peek(frame, 1), BINARY_CODE[op] as ArithmeticOp);
      const right = peek(frame, 1);
      frame.sp -= 1;
      frame.slots[frame.sp - 1] = made;
      vm.heap.decref(copy);
      vm.heap.decref(right);
    }),
};
