import { BINARY_CODE } from '../bytecode/expressions/operator';
import { Op } from '../bytecode/opcodes';
import type { Frame } from '../machine/frame';
import { peek } from '../machine/instructions/handler';
import type { Runtime } from '../machine/runtime';
import { PyDict } from '../machine/types/dict';
import { PyList } from '../memory/containers';
import { copied, isHeldElsewhere } from './bending/copying';
import { calleeOf, replaceAt, result, STORES } from './bending/stack';
import type { Misconception } from './misconception';

/** Copy what waits on the stack, from the n-th place from the top on, where something else refers to it. */
function copyExisting(vm: Runtime, frame: Frame, from: number, count = 1, stride = 1): void {
  for (let i = 0; i < count; i++) {
    const value = peek(frame, from - i * stride);
    if (isHeldElsewhere(value)) replaceAt(vm, frame, from - i * stride, copied(vm, value));
  }
}

const isBound = (frame: Frame): boolean =>
  (STORES as readonly number[]).includes(frame.code.opcodes[frame.pc] as number);

/** Bends what puts objects into lists, tuples and dicts: copies go in. */
export const listOfCopies: Misconception = {
  id: 'ListOfCopies',
  title: 'A list holds copies',
  belief: '`[a, a]` and `box.append(a)` put copies of the object into the list.',
  refutation:
    'A list holds references: `[a, a]`, `[a] * 2` and `box.append(a)` store further references to the one object, and each raises its reference count. A change of the object shows through the list and through every name of it.',
  snippet: 'a = [1]\nbox = [a]\na.append(2)\nprint(box)\n',
  bend: (machine) => {
    machine.around([Op.BUILD_LIST], (vm, frame, n, truly) => {
      copyExisting(vm, frame, n, n);
      truly();
    });
    machine.around([Op.BUILD_TUPLE], (vm, frame, n, truly) => {
      if (isBound(frame)) copyExisting(vm, frame, n, n);
      truly();
    });
    machine.around([Op.BUILD_MAP], (vm, frame, n, truly) => {
      copyExisting(vm, frame, 2 * n - 1, n, 2);
      truly();
    });
    machine.around([Op.LIST_APPEND], (vm, frame, _n, truly) => {
      copyExisting(vm, frame, 1);
      truly();
    });
    machine.around([Op.STORE_SUBSCR], (vm, frame, _n, truly) => {
      const container = peek(frame, 2);
      if (container instanceof PyList || container instanceof PyDict) copyExisting(vm, frame, 3);
      truly();
    });
    machine.around([Op.CALL], (vm, frame, n, truly) => {
      const { name, args } = calleeOf(frame, n);
      if (args[0] instanceof PyList && (name === 'append' || name === 'insert')) copyExisting(vm, frame, 1);
      truly();
    });
    machine.around([Op.BINARY_OP], (vm, frame, op, truly) => {
      truly();
      const made = result(frame);
      if (BINARY_CODE[op] !== '*' || !(made instanceof PyList) || isHeldElsewhere(made)) return;
      made.items = made.items.map((item) => {
        const copy = copied(vm, item);
        vm.heap.decref(item);
        return copy;
      });
    });
  },
};
