/** `np.iinfo`: the limits of an integer type (numpy/_core/getlimits.py). */
import { attribute, define } from '../machine/builtin';
import { ValueErrorType } from '../machine/types/exceptions';
import { int, str } from '../memory/atoms';
import { HeapObject, type Machine, type PyObject, PyType } from '../memory/object';
import { ObjectType, TypeType } from '../memory/types';
import { bindNumpy } from './arguments';
import type { DType } from './dtype';
import { dtypeOf } from './dtype-of';
import { refuseAttributes } from './refused-attributes';
import { elementOf } from './scalar';

export const IinfoType = new PyType('iinfo', { bases: [ObjectType], metatype: TypeType, module: 'numpy' });

class PyIinfo extends HeapObject {
  override get kind(): 'iinfo' {
    return 'iinfo';
  }
  constructor(readonly dtype: DType) {
    super(IinfoType);
  }
  override traverse(): void {}
  override drop(): PyObject[] {
    return [];
  }
  get min(): bigint {
    return this.dtype.letter === 'u' ? 0n : -(2n ** BigInt(this.dtype.bits - 1));
  }
  get max(): bigint {
    return 2n ** BigInt(this.dtype.letter === 'u' ? this.dtype.bits : this.dtype.bits - 1) - 1n;
  }
}

/** The type named, or that of a number. Raises ValueError for types that are no integers. */
function integerType(vm: Machine, o: PyObject): DType {
  const dtype = elementOf(o)?.dtype ?? dtypeOf(vm, o);
  if (dtype.isInteger) return dtype;
  return vm.raise(ValueErrorType, `Invalid integer data type '${dtype.letter}'.`);
}

const small = (n: bigint): PyObject => int(BigInt.asIntN(53, n) === n ? Number(n) : n);

define(IinfoType, {
  new: (vm, _cls, args, names) => {
    const [type] = bindNumpy(vm, 'iinfo', 'int_type', args, names);
    if (type === undefined || type.kind === 'ndarray' || type.kind === 'str')
      return vm.refuse('numpy.iinfo', 'iinfo of this object');
    return vm.heap.add(new PyIinfo(integerType(vm, type)));
  },
  repr: (_vm, o) => {
    const { min, max, dtype } = o as PyIinfo;
    return str(`iinfo(min=${min}, max=${max}, dtype=${dtype.text})`);
  },
  str: (_vm, o) => {
    const { min, max, dtype } = o as PyIinfo;
    const line = '-'.repeat(63);
    return str(`Machine parameters for ${dtype.text}\n${line}\nmin = ${min}\nmax = ${max}\n${line}\n`);
  },
});
attribute<PyIinfo>(IinfoType, 'min', (_vm, o) => small(o.min));
attribute<PyIinfo>(IinfoType, 'max', (_vm, o) => small(o.max));
attribute<PyIinfo>(IinfoType, 'bits', (_vm, o) => int(o.dtype.bits));
attribute<PyIinfo>(IinfoType, 'kind', (_vm, o) => str(o.dtype.letter));
attribute<PyIinfo>(IinfoType, 'dtype', (_vm, o) => o.dtype);
attribute<PyIinfo>(IinfoType, 'key', (_vm, o) => str(`${o.dtype.letter}${o.dtype.bits}`));
refuseAttributes(
  IinfoType,
  '__dict__ __module__ __weakref__ __class_getitem__ _max_vals _min_vals _module_source',
);
