import { copied, isHeldElsewhere } from './bending/copying';
import { isAssignment, replaceAt, result, STORES } from './bending/stack';
import type { Misconception } from './misconception';

/** Bends STORE_NAME: the name is bound to a copy of an object that is there already. */
export const assignmentCopiesObject: Misconception = {
  id: 'AssignmentCopiesObject',
  title: 'Assignment copies the object',
  belief: '`b = a` makes a copy of the object of `a`, so that the two names have an object each.',
  refutation:
    'An assignment binds the name to the object that the expression gives, and copies nothing: after `b = a` both names refer to one object, whose reference count is one higher. What changes that object shows through either name.',
  snippet: 'a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n',
  bend: (machine) =>
    machine.around(STORES, (vm, frame, _operand, truly) => {
      const value = result(frame);
      if (isAssignment(frame) && isHeldElsewhere(value)) replaceAt(vm, frame, 1, copied(vm, value));
      truly();
    }),
};
