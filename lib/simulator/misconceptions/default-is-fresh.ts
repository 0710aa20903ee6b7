import { Op } from '../bytecode/opcodes';
import { dictEntries } from '../machine/types/dict';
import { PyCell } from '../machine/types/function';
import type { PyObject } from '../memory/object';
import { deeplyCopied, isData } from './bending/copying';
import type { Misconception } from './misconception';

/** Bends initialize_locals: a default that is used is made anew. */
export const defaultIsFresh: Misconception = {
  id: 'DefaultIsFresh',
  title: 'A default is made anew for each call',
  belief: '`def f(x, box=[])` makes a new empty list for each call that leaves `box` out.',
  refutation:
    'A default is evaluated once, when `def` runs, and the function holds that one object. Each call that leaves the argument out gets the same object, with whatever earlier calls have done to it.',
  snippet: 'def f(x, box=[]):\n    box.append(x)\n    return box\nf(1)\nprint(f(2))\n',
  bend: (machine) =>
    machine.around([Op.CALL], (vm, frame, _n, truly) => {
      truly();
      const made = vm.frame;
      if (made === null || made === frame || made.back !== frame || made.func === null) return;
      const { defaults, keywordDefaults } = made.func;
      const used = new Set<PyObject>(defaults?.items ?? []);
      if (keywordDefaults !== null) for (const [, value] of dictEntries(keywordDefaults)) used.add(value);
      const { argCount, keywordOnlyCount } = made.code;
      for (let slot = 0; slot < argCount + keywordOnlyCount; slot++) {
        const held = made.slots[slot] ?? null;
        const value = held instanceof PyCell ? held.value : held;
        if (value === null || !used.has(value) || !isData(value)) continue;
        const fresh = deeplyCopied(vm, value);
        if (held instanceof PyCell) held.value = fresh;
        else made.slots[slot] = fresh;
        vm.heap.decref(value);
      }
    }),
};
