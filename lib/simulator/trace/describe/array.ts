/** Records of arrays, records of structured arrays, and bytearrays. */
import type { Machine } from '../../memory/object';
import { read } from '../../numpy/dtype';
import { isC, isF, type NdArray } from '../../numpy/ndarray';
import { type PyVoid, pythonOf } from '../../numpy/scalar';
import { NdArrayType } from '../../numpy/types';
import type { ArrayRecord, OtherRecord } from '../records';
import { common, heldBy } from './common';
import { shownAs, textOf } from './value';

export function describeArray(vm: Machine, a: NdArray): ArrayRecord {
  const { objects } = a.buffer;
  const made: ArrayRecord = {
    kind: 'ndarray',
    id: a.id,
    count: a.rc,
    dtype: dtypeText(vm, a),
    shape: a.shape,
    strides: a.strides,
    offset: a.offset,
    buffer: a.buffer.id,
    base: a.base === null ? 'None' : shownAs(vm, a.base),
    flags: { c: isC(a), f: isF(a), owns: a.owns, writeable: a.writeable },
  };
  const plain = a.type === NdArrayType;
  if (plain && objects === null) return made;
  return {
    ...made,
    ...common(vm, a),
    ...(plain || a.type.isHeapType ? {} : { cls: a.type.name }),
    ...(a.owns && objects !== null ? { items: objects.map((o) => shownAs(vm, o)) } : {}),
  };
}

/** `str(dtype)`; a structured dtype has its fields in it. */
const dtypeText = (vm: Machine, a: NdArray): string =>
  a.dtype.fields === null ? a.dtype.text : vm.str(a.dtype);

/** A record of a structured array: the repr of its tuple. */
export function describeVoid(vm: Machine, o: PyVoid): OtherRecord {
  const { data } = o;
  const fields = data.dtype.fields ?? [];
  const texts = fields.map((field) => {
    const at = data.offset + field.offset;
    return textOf(vm, pythonOf(field.dtype, read(field.dtype, data.buffer, at)));
  });
  const text = `(${texts.join(', ')}${texts.length === 1 ? ',' : ''})`;
  return {
    kind: 'void',
    ...common(vm, o),
    what: 'record',
    qualified: 'numpy.void',
    holds: heldBy(vm, o),
    text,
  };
}
