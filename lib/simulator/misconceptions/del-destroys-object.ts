import { isData } from './bending/copying';
import { destroy } from './bending/destroying';
import { DELETES } from './bending/stack';
import { variableNow } from './bending/variables';
import type { Misconception } from './misconception';

/** Bends DELETE_NAME: it frees the object, whatever else refers to it. */
export const delDestroysObject: Misconception = {
  id: 'DelDestroysObject',
  title: 'del destroys the object',
  belief: '`del a` destroys the object of `a`: it is freed at once, and no other name can use it any more.',
  refutation:
    '`del a` unbinds the name and gives up its one reference. The object is freed only when its reference count is 0, and as long as something else refers to it, it stays as it is.',
  snippet: 'a = [1]\nb = a\ndel a\nprint(b)\n',
  bend: (machine) =>
    machine.around(DELETES, (vm, frame, operand, truly) => {
      const object = variableNow(frame, operand)?.value ?? null;
      truly();
      if (object !== null && isData(object)) destroy(vm, object);
    }),
};
