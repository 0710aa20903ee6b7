/** memoryview, as far as programs of arrays use it (Objects/memoryobject.c): whole views, items one by one. */
import { bool, int, None, PyBytes, PyInt, str } from '../../memory/atoms';
import { PyTuple } from '../../memory/containers';
import { HeapObject, type Machine, type PyObject, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { attribute, bind, define, method, signature } from '../builtin';
import { PyBytearray } from './bytearray';
import { byteValue } from './bytes-like';
import { indexValue, makeList, makeTuple, own, typeName } from './convert';
import { IndexErrorType, TypeErrorType, ValueErrorType } from './exceptions';

/** The memory of an object, as its buffer interface shows it. */
export interface MemoryAccess {
  /** Type code of the struct module: 'B', 'l', 'd' … */
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  /** In bytes. */
  readonly strides: readonly number[];
  readonly readonly: boolean;
  /** The item at a place, one index a dimension: a new reference. */
  read(vm: Machine, place: readonly number[]): PyObject;
  /** Borrows the value. */
  write(vm: Machine, place: readonly number[], value: PyObject): void;
  /** All bytes in C order. */
  bytes(): Uint8Array;
  /** Told once, when the view is released. */
  release(): void;
}

/** An object with the buffer interface (ndarray). */
export interface MemoryExporter {
  exportMemory(vm: Machine): MemoryAccess;
}

export const MemoryviewType = builtinType('memoryview');

export class PyMemoryview extends HeapObject {
  override get kind(): 'memoryview' {
    return 'memoryview';
  }
  /** Takes over the reference to the object that it looks at. */
  constructor(
    public held: PyObject | null,
    readonly access: MemoryAccess,
  ) {
    super(MemoryviewType);
  }
  override traverse(visit: Visit): void {
    if (this.held !== null) visit(this.held, 'other');
  }
  override drop(): PyObject[] {
    const { held } = this;
    if (held === null) return [];
    this.access.release();
    this.held = null;
    return [held];
  }
}

const self = (o: PyObject): PyMemoryview => o as PyMemoryview;

function accessOf(vm: Machine, o: PyObject): MemoryAccess {
  const { exportMemory } = o as Partial<MemoryExporter> & PyObject;
  if (exportMemory !== undefined) return exportMemory.call(o, vm);
  if (o instanceof PyMemoryview) return vm.refuse('memoryview of a memoryview', 'This is not supported.');
  if (!(o instanceof PyBytes || o instanceof PyBytearray))
    return vm.raise(TypeErrorType, `memoryview: a bytes-like object is required, not '${typeName(o)}'`);
  const bytes = (): Uint8Array => (o instanceof PyBytes ? o.value : o.bytes);
  if (o instanceof PyBytearray) o.exports++;
  return {
    format: 'B',
    itemsize: 1,
    shape: [bytes().length],
    strides: [1],
    readonly: o instanceof PyBytes,
    read: (_vm, [i]) => int(bytes()[i as number] as number),
    write: (machine, [i], value) => {
      bytes()[i as number] = byteValue(machine, value, "memoryview: invalid value for format 'B'");
      if (o instanceof PyBytearray) o.dirty = true;
    },
    bytes: () => bytes().slice(),
    release: () => {
      if (o instanceof PyBytearray) o.exports--;
    },
  };
}

/** `memoryview(o)`: a new reference. */
export const makeMemoryview = (vm: Machine, o: PyObject): PyMemoryview => {
  const access = accessOf(vm, o);
  return vm.heap.add(new PyMemoryview(own(o), access));
};

function check(vm: Machine, o: PyObject): PyMemoryview {
  if (self(o).held === null) vm.raise(ValueErrorType, 'operation forbidden on released memoryview object');
  return self(o);
}

/** The place that a key means: one int for one dimension, a tuple for more. */
function placeOf(vm: Machine, view: PyMemoryview, key: PyObject): number[] {
  const { shape } = view.access;
  const keys = key instanceof PyTuple ? key.items : [key];
  if (keys.some((k) => !(k instanceof PyInt)) || keys.length !== shape.length)
    return vm.refuse('memoryview slice', 'Only single items of a memoryview are supported.');
  return keys.map((k, dimension) => {
    const length = shape[dimension] as number;
    const index = Number(indexValue(vm, k));
    const at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) vm.raise(IndexErrorType, `index out of bounds on dimension ${dimension + 1}`);
    return at;
  });
}

function release(vm: Machine, o: PyObject): PyObject {
  const view = self(o);
  view.dirty = true;
  vm.heap.decrefAll(view.drop());
  return None;
}

const size = (view: PyMemoryview): number => view.access.shape.reduce((n, length) => n * length, 1);

define(MemoryviewType, {
  repr: (vm) => vm.refuse('address', 'The text of a memoryview contains its address.'),
  compare: (vm, a, b, op) => {
    if (a === b) return bool(op === '==');
    return vm.refuse('memoryview comparison', 'Comparing a memoryview is not supported.');
  },
  hash: (vm) => vm.refuse('hash(memoryview)', 'The hash of a memoryview is not supported.'),
  length: (vm, o) => check(vm, o).access.shape[0] ?? 1,
  getItem: (vm, o, key) => check(vm, o).access.read(vm, placeOf(vm, self(o), key)),
  setItem: (vm, o, key, value) => {
    const view = check(vm, o);
    if (view.access.readonly) vm.raise(TypeErrorType, 'cannot modify read-only memory');
    if (value === null) vm.raise(TypeErrorType, 'cannot delete memory');
    view.access.write(vm, placeOf(vm, view, key), value as PyObject);
  },
  new: (vm, _cls, args, names) => {
    const [object] = bind(vm, signature('object'), 'memoryview', 'memoryview', args, names);
    return makeMemoryview(vm, object as PyObject);
  },
});

function nested(vm: Machine, view: PyMemoryview, before: readonly number[]): PyObject {
  const length = view.access.shape[before.length];
  if (length === undefined) return view.access.read(vm, before);
  return makeList(
    vm,
    Array.from({ length }, (_, i) => nested(vm, view, [...before, i])),
  );
}

const numbers = (vm: Machine, values: readonly number[]): PyObject =>
  makeTuple(
    vm,
    values.map((n) => int(n)),
  );

method(MemoryviewType, 'release', '', release);
method(MemoryviewType, '__enter__', '', (vm, o) => own(check(vm, o)));
method(MemoryviewType, '__exit__', '*args', release);
method(MemoryviewType, 'tolist', '', (vm, o) => nested(vm, check(vm, o), []));
method(MemoryviewType, 'tobytes', '', (vm, o) => new PyBytes(check(vm, o).access.bytes()));
for (const name of ['cast', 'hex', 'toreadonly'])
  method(MemoryviewType, name, '*args, **kwargs', (vm) =>
    vm.refuse(`memoryview.${name}`, `The method ${name} of memoryview is not supported.`),
  );

attribute(MemoryviewType, 'obj', (vm, o) => own(check(vm, o).held as PyObject));
attribute(MemoryviewType, 'nbytes', (vm, o) => int(size(check(vm, o)) * self(o).access.itemsize));
attribute(MemoryviewType, 'itemsize', (vm, o) => int(check(vm, o).access.itemsize));
attribute(MemoryviewType, 'format', (vm, o) => str(check(vm, o).access.format));
attribute(MemoryviewType, 'ndim', (vm, o) => int(check(vm, o).access.shape.length));
attribute(MemoryviewType, 'shape', (vm, o) => numbers(vm, check(vm, o).access.shape));
attribute(MemoryviewType, 'strides', (vm, o) => numbers(vm, check(vm, o).access.strides));
attribute(MemoryviewType, 'readonly', (vm, o) => bool(check(vm, o).access.readonly));
for (const name of ['contiguous', 'c_contiguous', 'f_contiguous', 'suboffsets'])
  attribute(MemoryviewType, name, (vm) => vm.refuse(`memoryview.${name}`, 'This is not supported.'));
