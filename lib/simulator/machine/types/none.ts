/** None, NotImplemented and Ellipsis (Objects/object.c, Objects/sliceobject.c). */
import { Ellipsis, None, NotImplemented, str } from '../../memory/atoms';
import type { KeywordNames, Machine, PyObject, PyType } from '../../memory/object';
import { EllipsisType, NoneType, NotImplementedType } from '../../memory/types';
import { define } from '../builtin';
import { TypeErrorType } from './exceptions';

function singleton(type: PyType, name: string, value: PyObject): void {
  define(type, {
    repr: () => str(name),
    new: (vm: Machine, _cls: PyType, args: readonly PyObject[], names: KeywordNames): PyObject => {
      if (args.length > 0 || names.length > 0) vm.raise(TypeErrorType, `${type.name} takes no arguments`);
      return value;
    },
  });
}

singleton(NoneType, 'None', None);
singleton(NotImplementedType, 'NotImplemented', NotImplemented);
singleton(EllipsisType, 'Ellipsis', Ellipsis);
define(NoneType, { bool: () => false });
