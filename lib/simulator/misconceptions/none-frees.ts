import { None } from '../memory/atoms';
import { isData } from './bending/copying';
import { destroy } from './bending/destroying';
import { isAssignment, result, STORES } from './bending/stack';
import { variableNow } from './bending/variables';
import type { Misconception } from './misconception';

/** Bends STORE_NAME: binding a name to None frees the object that it referred to, whatever else refers to that. */
export const noneFrees: Misconception = {
  id: 'NoneFrees',
  title: 'Assigning None frees the object',
  belief: '`a = None` frees the object of `a` at once, as `free` does in C.',
  refutation:
    '`a = None` binds the name to another object, None, and gives up the reference to the old one. The old object is freed only if that was its last reference; other names, containers and views keep it.',
  snippet: 'a = [1]\nb = a\na = None\nprint(b)\n',
  bend: (machine) =>
    machine.around(STORES, (vm, frame, operand, truly) => {
      const frees = isAssignment(frame) && result(frame) === None;
      const object = variableNow(frame, operand)?.value ?? null;
      truly();
      if (frees && object !== null && isData(object)) destroy(vm, object);
    }),
};
