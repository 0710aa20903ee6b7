/** Built-in functions that ask about objects (Python/bltinmodule.c). */

import { bool, int, None, PyStr, str } from '../../memory/atoms';
import { PyList, PyTuple } from '../../memory/containers';
import { type Machine, type PyObject, PyType } from '../../memory/object';
import { ObjectType, TypeType } from '../../memory/types';
import { callSpecial } from '../attributes';
import { builtinFunction } from '../builtin';
import { runtime } from '../runtime';
import { truthAndRelease } from '../truth-and-release';
import { PyAddress } from '../types/address';
import { annotatedClasses } from '../types/annotations';
import { own, typeName } from '../types/convert';
import type { PyDict } from '../types/dict';
import { AttributeErrorType, TypeErrorType } from '../types/exceptions';
import { PyGlobals } from '../types/globals-dict';
import { swallow } from '../types/swallow';
import { unsupportedNames } from '../unsupported-names';

type Args = readonly (PyObject | undefined)[];

/** `isinstance(o, cls)` and `issubclass(o, cls)`: `cls` may be a tuple of classes, also nested. */
function check(vm: Machine, o: PyObject, cls: PyObject, name: 'isinstance' | 'issubclass'): boolean {
  if (cls instanceof PyType && cls.type === TypeType) {
    if (name === 'isinstance') return o.type.isSubtype(cls);
    if (o instanceof PyType) return o.isSubtype(cls);
    return vm.raise(TypeErrorType, 'issubclass() arg 1 must be a class');
  }
  if (cls instanceof PyTuple) return cls.items.some((one) => check(vm, o, one, name));
  const annotated = annotatedClasses(vm, cls, name);
  if (annotated !== undefined) return annotated.some((one) => check(vm, o, one, name));
  const special = name === 'isinstance' ? '__instancecheck__' : '__subclasscheck__';
  if (cls.type.lookup(special) === undefined) {
    const also =
      name === 'isinstance'
        ? 'a type, a tuple of types, or a union'
        : 'a class, a tuple of classes, or a union';
    vm.raise(TypeErrorType, `${name}() arg 2 must be ${also}`);
  }
  return truthAndRelease(vm, callSpecial(vm, cls, special, [o]) as PyObject);
}

/** An attribute name given as an argument. */
function attributeName(vm: Machine, o: PyObject | undefined): string {
  if (o instanceof PyStr) return o.value;
  return vm.raise(TypeErrorType, `attribute name must be string, not '${typeName(o as PyObject)}'`);
}

/** The value of an attribute, a new reference, or null where there is none. */
function find(vm: Machine, o: PyObject, name: string): PyObject | null {
  try {
    return vm.getAttribute(o, name);
  } catch (error) {
    if (!swallow(vm, error, [AttributeErrorType])) throw error;
    return null;
  }
}

function getattr(vm: Machine, [o, name, missing]: Args): PyObject {
  const wanted = attributeName(vm, name);
  if (missing === undefined) return vm.getAttribute(o as PyObject, wanted);
  return find(vm, o as PyObject, wanted) ?? own(missing);
}

function hasattr(vm: Machine, [o, name]: Args): PyObject {
  const found = find(vm, o as PyObject, attributeName(vm, name));
  if (found !== null) vm.heap.decref(found);
  return bool(found !== null);
}

function hash(vm: Machine, [o]: Args): PyObject {
  const given = o as PyObject;
  const value = vm.hash(given);
  if (!hashIsKnown(given))
    vm.refuse('value of hash()', 'This hash depends on an address, which differs from run to run.');
  return int(value);
}

function hashIsKnown(o: PyObject): boolean {
  if (o instanceof PyTuple) return o.items.every(hashIsKnown);
  if (o.kind === 'address') return false;
  const { unordered } = o as { unordered?: boolean };
  return unordered !== true && o.type.slots.hash !== ObjectType.slots.hash;
}

/**
 * The dict of the module's names: it shares them, is held by the interpreter and lives as long as the program, so it
 * is not on the heap.
 */
function globalsOf(vm: Machine): PyDict {
  const run = runtime(vm);
  run.globalsDict ??= new PyGlobals(run.globals);
  return run.globalsDict;
}

function vars(vm: Machine, [o]: Args): PyObject {
  if (o === undefined) return locals(vm);
  const given = find(vm, o, '__dict__');
  if (given !== null) return given;
  return vm.raise(TypeErrorType, 'vars() argument must have __dict__ attribute');
}

/** At module level the names themselves; in a function a copy, made anew where CPython would use one again. */
function locals(vm: Machine): PyObject {
  const { frame, globals } = runtime(vm);
  if (frame === null || frame.names === globals) return globalsOf(vm);
  return vm.refuse('locals()', 'locals() in a function or class is not supported.');
}

/** dir(o): the names that an object has, sorted. */
function dir(vm: Machine, [o]: Args): PyObject {
  if (o === undefined) return vm.refuse('dir()', 'dir() without an argument is not supported.');
  return vm.heap.add(new PyList(unsupportedNames.get().namesOf(vm, o).map(str)));
}

const refused = (name: string, why: string) =>
  builtinFunction(name, '*args, **kwargs', (vm) => vm.refuse(`${name}()`, why));

export const OBJECTS = [
  builtinFunction('isinstance', 'obj, class_or_tuple, /', (vm, [o, cls]) =>
    bool(check(vm, o as PyObject, cls as PyObject, 'isinstance')),
  ),
  builtinFunction('issubclass', 'cls, class_or_tuple, /', (vm, [o, cls]) =>
    bool(check(vm, o as PyObject, cls as PyObject, 'issubclass')),
  ),
  builtinFunction('callable', 'obj, /', (_vm, [o]) => bool((o as PyObject).type.slots.call !== undefined)),
  builtinFunction('getattr', 'object, name, default=None, /', getattr),
  builtinFunction('hasattr', 'obj, name, /', hasattr),
  builtinFunction('setattr', 'obj, name, value, /', (vm, [o, name, value]) => {
    vm.setAttribute(o as PyObject, attributeName(vm, name), value as PyObject);
    return None;
  }),
  builtinFunction('delattr', 'obj, name, /', (vm, [o, name]) => {
    vm.setAttribute(o as PyObject, attributeName(vm, name), null);
    return None;
  }),
  builtinFunction('id', 'obj, /', (_vm, [o]) => new PyAddress(o as PyObject)),
  builtinFunction('hash', 'obj, /', hash),
  builtinFunction('vars', 'object=None, /', vars),
  builtinFunction('globals', '', (vm) => globalsOf(vm)),
  builtinFunction('locals', '', (vm) => locals(vm)),
  builtinFunction('dir', 'object=None, /', dir),
  refused('input', 'A program has nobody to ask while it is traced.'),
  refused('open', 'Files are not supported.'),
  refused('eval', 'Code made while the program runs is not supported.'),
  refused('exec', 'Code made while the program runs is not supported.'),
  refused('compile', 'Code made while the program runs is not supported.'),
  refused('breakpoint', 'There is no debugger.'),
  refused('help', 'There is no help inside of a trace.'),
];
