import { Op } from '../bytecode/opcodes';
import { PyFunction } from '../machine/types/function';
import { PyMethod } from '../machine/types/method';
import { PyType } from '../memory/object';
import { copied, isHeldElsewhere } from './bending/copying';
import { calleeOf } from './bending/stack';
import type { Misconception } from './misconception';

/** Bends the call of a function of the program: parameters are bound to copies. */
export const objectAsParameterIsCopied: Misconception = {
  id: 'ObjectAsParameterIsCopied',
  title: 'An argument is copied',
  belief: 'A call hands a copy of the object to the function: what the function does to it stays inside.',
  refutation:
    'A call binds the parameter to the very object that was handed over, as an assignment does, and adds a reference for as long as the call runs. A function that changes the object changes it for the caller as well.',
  snippet: 'def f(x):\n    x.append(2)\na = [1]\nf(a)\nprint(a)\n',
  bend: (machine) =>
    machine.around([Op.CALL], (vm, frame, n, truly) => {
      const { callable, first } = calleeOf(frame, n);
      const ofProgram =
        (callable instanceof PyFunction && !callable.code.library) ||
        callable instanceof PyMethod ||
        (callable instanceof PyType && callable.isHeapType);
      for (let at = first; ofProgram && at < frame.sp; at++) {
        const arg = frame.slots[at];
        if (!arg || !isHeldElsewhere(arg)) continue;
        frame.slots[at] = copied(vm, arg);
        vm.heap.decref(arg);
      }
      truly();
    }),
};
