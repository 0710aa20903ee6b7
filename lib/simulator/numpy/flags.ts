/** `a.flags`: an object that holds its array (numpy/_core/src/multiarray/flagsobject.c). */

import { attribute, define } from '../machine/builtin';
import { AttributeErrorType, KeyErrorType, ValueErrorType } from '../machine/types/exceptions';
import { bool, int, PyBytes, PyStr, str } from '../memory/atoms';
import { HeapObject, type Machine, type PyObject, type Visit } from '../memory/object';
import { ownValue } from '../trace/own-value';
import { isC, isF, NdArray } from './ndarray';
import { FlagsType } from './types';

export class PyFlags extends HeapObject {
  override get kind(): 'flags' {
    return 'flags';
  }
  /** Takes over the reference. */
  constructor(public array: NdArray | null) {
    super(FlagsType);
  }
  override traverse(visit: Visit): void {
    if (this.array !== null) visit(this.array, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.array === null ? [] : [this.array];
    this.array = null;
    return owned;
  }
}

const aligned = (a: NdArray): boolean => {
  const n = a.dtype.alignment;
  return a.offset % n === 0 && a.strides.every((s, i) => (a.shape[i] as number) <= 1 || s % n === 0);
};

/** WRITEABLE may be set where the memory may be written (_IsWriteable). */
function mayWrite(a: NdArray): boolean {
  let base: PyObject | null = a.base;
  if (a.owns || base === null) return a.owns;
  while (base instanceof NdArray) {
    if (base.owns) return base.writeable;
    if (base.base === null) return false;
    base = base.base;
  }
  return !(base instanceof PyBytes) && base.kind !== 'memoryview'
    ? base.kind === 'bytearray' || base.kind === 'dummy-array'
    : false;
}

export function setWriteable(vm: Machine, a: NdArray, value: boolean): void {
  if (value && !a.writeable && !mayWrite(a))
    vm.raise(ValueErrorType, 'cannot set WRITEABLE flag to True of this array');
  a.writeable = value;
  a.dirty = true;
}

type Flag = (a: NdArray) => boolean;
const FLAGS: Readonly<Record<string, Flag>> = {
  c_contiguous: isC,
  f_contiguous: isF,
  owndata: (a) => a.owns,
  writeable: (a) => a.writeable,
  aligned,
  writebackifcopy: () => false,
  contiguous: isC,
  fortran: isF,
  fnc: (a) => isF(a) && !isC(a),
  forc: (a) => isF(a) || isC(a),
  behaved: (a) => aligned(a) && a.writeable,
  carray: (a) => aligned(a) && a.writeable && isC(a),
  farray: (a) => aligned(a) && a.writeable && isF(a) && !isC(a),
};
const SHORT: Readonly<Record<string, string>> = {
  C: 'c_contiguous',
  F: 'f_contiguous',
  O: 'owndata',
  W: 'writeable',
  A: 'aligned',
  X: 'writebackifcopy',
  CONTIGUOUS: 'c_contiguous',
};

for (const [name, flag] of Object.entries(FLAGS))
  attribute<PyFlags>(
    FlagsType,
    name,
    (_vm, f) => bool(flag(f.array as NdArray)),
    name === 'writeable'
      ? (vm, f, value) => {
          if (value === null) return vm.raise(AttributeErrorType, 'Cannot delete flags writeable attribute');
          setWriteable(vm, f.array as NdArray, vm.truth(value));
        }
      : name === 'aligned' || name === 'writebackifcopy'
        ? (vm) => vm.refuse('numpy.flags', `setting the flag ${name}`)
        : null,
  );

/** `flags.num`: the bits of ndarraytypes.h. */
attribute<PyFlags>(FlagsType, 'num', (_vm, f) => {
  const a = f.array as NdArray;
  const bits: [boolean, number][] = [
    [isC(a), 0x1],
    [isF(a), 0x2],
    [a.owns, 0x4],
    [aligned(a), 0x100],
    [a.writeable, 0x400],
  ];
  return int(bits.reduce((sum, [set, bit]) => sum + (set ? bit : 0), 0));
});

function named(vm: Machine, key: PyObject): Flag | undefined {
  if (!(key instanceof PyStr)) return vm.raise(KeyErrorType, 'Unknown flag');
  const name = ownValue(SHORT, key.value) ?? key.value.toLowerCase();
  return key.value === key.value.toUpperCase() ? ownValue(FLAGS, name) : undefined;
}

define(FlagsType, {
  repr: (_vm, o) => {
    const a = (o as PyFlags).array as NdArray;
    const shown = ['c_contiguous', 'f_contiguous', 'owndata', 'writeable', 'aligned', 'writebackifcopy'];
    return str(
      shown.map((n) => `  ${n.toUpperCase()} : ${ownValue(FLAGS, n)?.(a) ? 'True' : 'False'}\n`).join(''),
    );
  },
  getItem: (vm, o, key) => {
    const flag = named(vm, key) ?? vm.raise(KeyErrorType, 'Unknown flag');
    return bool(flag((o as PyFlags).array as NdArray));
  },
  setItem: (vm, o, key, value) => {
    if (named(vm, key) !== FLAGS.writeable || value === null)
      return vm.refuse('numpy.flags', 'setting this flag');
    setWriteable(vm, (o as PyFlags).array as NdArray, vm.truth(value));
  },
});
