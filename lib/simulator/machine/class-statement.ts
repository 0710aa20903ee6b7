/** `__build_class__` (Python/bltinmodule.c): run the body of a class, then make the class. */
import { PyStr } from '../memory/atoms';
import { type KeywordNames, type Machine, type PyObject, PyType } from '../memory/object';
import { TypeType } from '../memory/types';
import { builtinFunction } from './builtin';
import { enterFunction, pushFrame } from './calls';
import { classes } from './classes';
import type { Namespace } from './frame';
import { runtime } from './runtime';
import { typeName } from './types/convert';
import { PyFunction } from './types/function';

function build(machine: Machine, given: readonly (PyObject | undefined)[], names: KeywordNames): PyObject {
  const vm = runtime(machine);
  const all = given as readonly PyObject[];
  const positional = all.length - names.length;
  const [func, name] = all;
  if (!(func instanceof PyFunction) || !(name instanceof PyStr)) throw new TypeError('not a class body');
  const bases = all.slice(2, positional).map((base) => {
    if (base instanceof PyType && base.type === TypeType) return base;
    return vm.refuse('base class', `A base of type ${typeName(base)} is not supported.`);
  });
  const at = names.indexOf('metaclass');
  if (at >= 0 && all[positional + at] !== TypeType)
    vm.refuse('metaclass', 'Metaclasses other than type are not supported.');
  const keywords = names.filter((keyword) => keyword !== 'metaclass');
  const values = all.slice(positional).filter((_value, i) => names[i] !== 'metaclass');
  const namespace: Namespace = new Map();
  func.rc++;
  const frame = enterFunction(vm, func, [], [], namespace);
  frame.completion = 'host';
  try {
    pushFrame(vm, frame);
    const cell = vm.run(frame);
    try {
      return classes.get().makeClass(vm, name.value, bases, namespace, values, keywords);
    } finally {
      vm.heap.decref(cell);
    }
  } finally {
    if (!frame.keepsNames) {
      const values = [...namespace.values()];
      namespace.clear();
      vm.heap.decrefAll(values);
    }
  }
}

export const buildClass = builtinFunction('__build_class__', '*args, **kwargs', build);
