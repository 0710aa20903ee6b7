import { finalizerOf } from '../machine/retire';
import { collect } from '../memory/collector';
import { STEPS } from './bending/stack';
import type { Misconception } from './misconception';

/** Bends what frees a cycle: after each statement, whatever no name leads to is gone. */
export const refcountFreesCycles: Misconception = {
  id: 'RefcountFreesCycles',
  title: 'Reference counting frees cycles',
  belief:
    'Once no name leads to them any more, objects are freed at once, also where they refer to each other.',
  refutation:
    'Objects in a ring hold each other, so that their reference counts stay above 0 and counting never frees them. Only the cyclic collector finds out that nothing outside leads to them, when it runs.',
  snippet: 'a = []\na.append(a)\ndel a\n',
  bend: (machine) =>
    machine.around(STEPS, (vm, _frame, _operand, truly) => {
      if (!vm.heap.collecting) {
        const { freedAs } = machine;
        const { collections } = vm.heap;
        machine.freedAs = 'rc';
        try {
          collect(vm, vm.heap, (o) => finalizerOf(vm, o));
        } finally {
          machine.freedAs = freedAs;
          vm.heap.collections = collections;
        }
      }
      truly();
    }),
};
