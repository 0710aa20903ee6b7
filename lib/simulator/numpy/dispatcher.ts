/**
 * Functions that go through NumPy's `__array_function__` protocol are objects of a class of their own
 * (numpy/_core/src/multiarray/arrayfunction_override.c). A trace counts them as objects, so each run has its own.
 */
import { attribute, define, PyBuiltin } from '../machine/builtin';
import { str } from '../memory/atoms';
import { HeapObject, type Machine, type PyObject, PyType } from '../memory/object';
import { ObjectType, TypeType } from '../memory/types';

export const DispatcherType = new PyType('_ArrayFunctionDispatcher', {
  bases: [ObjectType],
  metatype: TypeType,
  module: 'numpy',
});

export class PyDispatcher extends HeapObject {
  override get kind(): 'array-function' {
    return 'array-function';
  }
  constructor(readonly code: PyNumpyFunction) {
    super(DispatcherType);
  }
  get name(): string {
    return this.code.name;
  }
  override traverse(): void {}
  override drop(): PyObject[] {
    return [];
  }
}

/** The live dispatchers of each run. */
const live = new WeakMap<Machine, Map<PyNumpyFunction, PyDispatcher>>();

/** A function of numpy as its module holds it. */
export class PyNumpyFunction extends PyBuiltin {
  /** What a program gets when it reads the attribute: a new reference. */
  perRun(vm: Machine): PyObject {
    if (this.type !== DispatcherType) {
      this.rc++;
      return this;
    }
    let known = live.get(vm);
    if (known === undefined) {
      known = new Map();
      live.set(vm, known);
    }
    let made = known.get(this);
    if (made !== undefined && made.place >= 0) made.rc++;
    else {
      made = vm.heap.add(new PyDispatcher(this));
      known.set(this, made);
    }
    return made;
  }
}

define(DispatcherType, {
  repr: (vm) => vm.refuse('numpy function text', 'The text of a function of NumPy contains an address.'),
  call: (vm, o, args, names) => (o as PyDispatcher).code.call(vm, args, names),
});
attribute<PyDispatcher>(DispatcherType, '__name__', (_vm, o) => str(o.name));
attribute<PyDispatcher>(DispatcherType, '__qualname__', (_vm, o) => str(o.name));
attribute<PyDispatcher>(DispatcherType, '__module__', () => str('numpy'));
