/** bool (Objects/boolobject.c). */
import { bool, NotImplemented, PyBool, str } from '../../memory/atoms';
import type { Binary } from '../../memory/object';
import { BoolType, IntType } from '../../memory/types';
import { checkPositional, define } from '../builtin';
import { TypeErrorType } from './exceptions';

const bools =
  (op: '&' | '|' | '^', code: (a: boolean, b: boolean) => boolean): Binary =>
  (vm, a, b) => {
    if (a instanceof PyBool && b instanceof PyBool) return bool(code(a.truth, b.truth));
    return IntType.slots.binary?.[op]?.(vm, a, b) ?? NotImplemented;
  };

define(BoolType, {
  repr: (_vm, o) => str((o as PyBool).truth ? 'True' : 'False'),
  bool: (_vm, o) => (o as PyBool).truth,
  binary: {
    '&': bools('&', (a, b) => a && b),
    '|': bools('|', (a, b) => a || b),
    '^': bools('^', (a, b) => a !== b),
  },
  new: (vm, _cls, args, names) => {
    if (names.length > 0) vm.raise(TypeErrorType, 'bool() takes no keyword arguments');
    checkPositional(vm, 'bool', args.length, 0, 1);
    return bool(args[0] !== undefined && vm.truth(args[0]));
  },
});
