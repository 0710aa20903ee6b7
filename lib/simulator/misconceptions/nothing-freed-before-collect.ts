import { Op } from '../bytecode/opcodes';
import { PyCell, PyFunction } from '../machine/types/function';
import type { HeapObject } from '../memory/object';
import { isData } from './bending/copying';
import { calleeOf } from './bending/stack';
import type { Misconception } from './misconception';

/** What a program has seen after some step; what is made and dropped within one statement nobody asks about. */
const wasSeen = (o: HeapObject): boolean =>
  o.record !== null && (o instanceof PyFunction || o instanceof PyCell || isData(o));

/** Bends _Py_Dealloc: an object whose count is 0 waits for `gc.collect()`. */
export const nothingFreedBeforeCollect: Misconception = {
  id: 'NothingFreedBeforeCollect',
  title: 'Only the collector frees',
  belief: 'Objects that nobody refers to stay in memory until the garbage collector runs.',
  refutation:
    'CPython frees an object at the instant its reference count reaches 0, without any collector. The cyclic collector is only needed for objects that refer to each other in a ring, whose counts never reach 0.',
  snippet: 'import gc\na = [1]\ndel a\ngc.collect()\n',
  bend: (machine) => {
    const waiting = new Set<HeapObject>();
    machine.keepWhere((o) => {
      if (machine.heap.collecting || !wasSeen(o)) return false;
      waiting.add(o);
      return true;
    });
    machine.around([Op.CALL], (vm, frame, n, truly) => {
      const { callable, name } = calleeOf(frame, n);
      if (name === 'collect' && callable.kind === 'builtin' && !vm.heap.collecting) {
        vm.heap.collecting = true;
        for (const o of waiting) {
          if (o.rc !== 0 || o.place < 0) continue;
          o.rc = 1;
          vm.heap.decref(o);
        }
        waiting.clear();
        vm.heap.collecting = false;
      }
      truly();
    });
  },
};
