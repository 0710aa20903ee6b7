import { BINARY_CODE } from '../bytecode/expressions/operator';
import { Op } from '../bytecode/opcodes';
import { peek } from '../machine/instructions/handler';
import { PySlice } from '../machine/types/slice';
import { None } from '../memory/atoms';
import { PyList } from '../memory/containers';
import type { PyObject } from '../memory/object';
import { DictType, ListType } from '../memory/types';
import { deepen, isData, isHeldElsewhere } from './bending/copying';
import { calleeOf, result } from './bending/stack';
import type { Misconception } from './misconception';

const isWhole = (key: PyObject): boolean =>
  key instanceof PySlice && key.start === None && key.stop === None && key.step === None;
const isEmptyList = (o: PyObject): boolean => o instanceof PyList && o.items.length === 0;
/** What has just been made and belongs to nobody yet. */
const isFresh = (o: PyObject): boolean => isData(o) && !isHeldElsewhere(o);

/** Bends the ways to copy a container (`.copy()`, `copy.copy`, `list(a)`, `a[:]`, `a + []`): the data in it is copied, too. */
export const copyIsDeep: Misconception = {
  id: 'CopyIsDeep',
  title: 'A copy copies everything inside',
  belief: '`a.copy()`, `list(a)` and `a[:]` copy the lists inside as well, so that nothing is shared.',
  refutation:
    'These ways make one new container and fill it with the same references: the objects inside are shared by both. Only `copy.deepcopy` copies what the container refers to as well.',
  snippet: 'a = [[1], 2]\nb = a.copy()\nb[0].append(3)\nprint(a)\n',
  bend: (machine) => {
    machine.around([Op.CALL], (vm, frame, n, truly) => {
      const { callable, name, args } = calleeOf(frame, n);
      const copies =
        callable.kind === 'method-descriptor' || callable.kind === 'builtin-method'
          ? name === 'copy'
          : (callable === ListType || callable === DictType) && args.length === 1;
      truly();
      if (copies && vm.frame === frame && isFresh(result(frame))) deepen(vm, result(frame));
    });
    machine.around(
      [Op.RETURN_VALUE],
      (vm, frame, _operand, truly) => {
        const value = result(frame);
        if (frame.code.name === 'copy' && frame.back?.code.library !== true && isFresh(value))
          deepen(vm, value);
        truly();
      },
      'library',
    );
    machine.around([Op.BINARY_SUBSCR], (vm, frame, _operand, truly) => {
      const copies = peek(frame, 2) instanceof PyList && isWhole(peek(frame, 1));
      truly();
      if (copies && isFresh(result(frame))) deepen(vm, result(frame));
    });
    machine.around([Op.BINARY_OP], (vm, frame, op, truly) => {
      const copies = BINARY_CODE[op] === '+' && (isEmptyList(peek(frame, 1)) || isEmptyList(peek(frame, 2)));
      truly();
      if (copies && isFresh(result(frame))) deepen(vm, result(frame));
    });
  },
};
