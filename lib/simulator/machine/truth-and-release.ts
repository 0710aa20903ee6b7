import type { Machine, PyObject } from '../memory/object';

/** Whether an answer is true; the answer is given up, also where it is neither (an array of several elements). */
export function truthAndRelease(vm: Machine, answer: PyObject): boolean {
  try {
    return vm.truth(answer);
  } finally {
    vm.heap.decref(answer);
  }
}
