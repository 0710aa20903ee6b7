/** dtype objects as programs see them (descriptor.c). */
import { attribute, define } from '../machine/builtin';
import { hashStr } from '../machine/format/hash';
import { Raised } from '../machine/raised';
import { bool, int, None, NotImplemented, str } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { type DType, sameDType } from './dtype';
import { dtypeOf } from './dtype-of';
import { dtypeName, dtypeRepr, dtypeText, shortCode } from './print/dtype-text';
import { intTuple, makeTuple } from './tuple';
import { DTypeType } from './types';

const self = (o: PyObject): DType => o as DType;

define(DTypeType, {
  repr: (vm, o) => str(dtypeRepr(vm, self(o))),
  str: (vm, o) => str(dtypeText(vm, self(o))),
  hash: (vm, o) => hashStr(dtypeText(vm, self(o))),
  compare: (vm, left, right, op) => {
    if (op !== '==' && op !== '!=') return vm.refuse('numpy.dtype', 'an order of dtypes');
    let other: DType;
    try {
      other = dtypeOf(vm, right);
    } catch (e) {
      if (!(e instanceof Raised)) throw e;
      vm.heap.decref(e.exception);
      return right.kind === 'str' ? bool(op === '!=') : NotImplemented;
    }
    return bool(sameDType(self(left), other) === (op === '=='));
  },
  bool: () => true,
  new: (vm, _cls, args, names) => {
    if (names.length > 0 || args.length !== 1) return vm.refuse('numpy.dtype', 'arguments of dtype');
    return dtypeOf(vm, args[0] as PyObject);
  },
  getItem: (vm, o, key) => {
    const field = self(o).fields?.find((f) => key.kind === 'str' && f.name === vm.str(key));
    return field?.dtype ?? vm.refuse('numpy.dtype', 'an index of a dtype');
  },
});
const text = (name: string, get: (t: DType) => string): void =>
  attribute<DType>(DTypeType, name, (_vm, t) => str(get(t)));
text('name', dtypeName);
text('kind', (t) => t.letter);
text('char', (t) => t.char);
text('str', shortCode);
text('byteorder', (t) =>
  t.itemsize === 1 || t.letter === 'O' || t.letter === 'S' || t.letter === 'V' ? '|' : '=',
);
attribute<DType>(DTypeType, 'itemsize', (_vm, t) => int(t.itemsize));
attribute<DType>(DTypeType, 'alignment', (_vm, t) => int(t.alignment));
attribute<DType>(DTypeType, 'num', (vm, t) =>
  t.num > 15 ? vm.refuse('numpy.dtype.num', 'the number of this dtype') : int(t.num),
);
attribute<DType>(DTypeType, 'type', (_vm, t) => t.scalarType);
attribute<DType>(
  DTypeType,
  'names',
  (vm, t) =>
    t.fields === null
      ? None
      : makeTuple(
          vm,
          t.fields.map((f) => str(f.name)),
        ),
  (vm) => vm.refuse('numpy.dtype.names', 'renaming the fields of a dtype'),
);
attribute<DType>(DTypeType, 'base', (_vm, t) => t);
attribute<DType>(DTypeType, 'subdtype', () => None);
attribute<DType>(DTypeType, 'metadata', () => None);
attribute<DType>(DTypeType, 'fields', (vm, t) =>
  t.fields === null ? None : vm.refuse('numpy.dtype.fields', 'the fields of a dtype as a mapping'),
);
attribute<DType>(DTypeType, 'shape', (vm) => intTuple(vm, []));
attribute<DType>(DTypeType, 'ndim', () => int(0));
attribute<DType>(DTypeType, 'hasobject', (_vm, t) => bool(t.letter === 'O'));
attribute<DType>(DTypeType, 'isnative', () => bool(true));
