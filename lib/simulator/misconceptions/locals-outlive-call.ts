import { Op } from '../bytecode/opcodes';
import { PyCell } from '../machine/types/function';
import { isData } from './bending/copying';
import type { Misconception } from './misconception';

/** Bends _PyFrame_Clear: what the variables of a call referred to stays referred to. */
export const localsOutliveCall: Misconception = {
  id: 'LocalsOutliveCall',
  title: 'Local variables outlive the call',
  belief: 'The variables of a function stay after the call: what they refer to is not freed when it returns.',
  refutation:
    'When a call ends its frame is cleared, and each of its variables gives up its reference. What only the frame held is freed at that moment; what was returned, stored elsewhere or captured by a closure lives on.',
  snippet: 'def f():\n    a = [1]\n    return 0\nx = f()\n',
  bend: (machine) =>
    machine.around([Op.RETURN_VALUE], (_vm, frame, _operand, truly) => {
      if (frame.func !== null && !frame.code.name.startsWith('<'))
        for (let slot = 0; slot < frame.stackBase; slot++) {
          const held = frame.slots[slot];
          if (held && (isData(held) || held instanceof PyCell)) held.rc++;
        }
      truly();
    }),
};
