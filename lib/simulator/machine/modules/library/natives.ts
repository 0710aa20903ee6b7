/** What the library's own Python code finds in place of parts of CPython that programs do not reach. */
import { PyCode } from '../../../bytecode/code';
import { compile } from '../../../bytecode/compiler';
import { None, PyStr, str } from '../../../memory/atoms';
import { HeapObject, type Machine, type PyObject, PyType } from '../../../memory/object';
import { builtinType, ObjectType } from '../../../memory/types';
import { parseWithSymbols } from '../../../syntax/program';
import { builtinFunction, define, method, type PyBuiltin } from '../../builtin';
import { Frame, type Namespace } from '../../frame';
import { type Runtime, runtime } from '../../runtime';
import { PyAddress } from '../../types/address';
import { own } from '../../types/convert';
import { dictEntries, dictSetName, newDict, type PyDict } from '../../types/dict';
import { PyHolding } from '../holding';

/** `id(o)` where the value is only a key: each object is a key of its own while it is alive. */
class PyIdentity extends PyAddress {
  get key(): PyObject {
    return this.target;
  }
}

/** The tuples that code made during a run holds: they count as constants. */
function noteConstants(vm: Runtime, code: PyCode): void {
  for (const constant of code.fields.constants) {
    if (constant instanceof PyCode) noteConstants(vm, constant);
    else if (constant instanceof HeapObject && constant.id !== 0) vm.constants.push(constant);
  }
}

/** Run library code in a namespace: a frame that programs do not see. */
export function runLibrary(vm: Runtime, source: string, globals: Namespace, names: Namespace): void {
  const { module, scope } = parseWithSymbols(source);
  const code = compile(vm, module, scope, true);
  noteConstants(vm, code);
  const frame = new Frame(vm.nextFrameId(), code.fields, null, globals, names);
  frame.completion = 'host';
  frame.back = vm.frame;
  vm.enter('');
  vm.frame = frame;
  vm.heap.decref(vm.run(frame));
}

const text = (o: PyObject | undefined): string => (o as PyStr).value;

/** The values of a dict with str keys, borrowed: those that code evaluated in it uses are constants. */
function namespaceOf(d: PyObject | undefined): Namespace {
  const names: Namespace = new Map();
  for (const [key, value] of dictEntries(d as PyDict))
    if (key instanceof PyStr && key.value !== '__builtins__') names.set(key.value, value);
  return names;
}

function classDict(vm: Machine, cls: PyType): PyDict {
  const made = newDict(vm);
  for (const [name, value] of cls.members) dictSetName(vm, made, name, value);
  return made;
}

const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

const LockType = builtinType('RLock', ObjectType, '_thread');
define(LockType, {
  new: (vm, cls) => vm.heap.add(new PyHolding(cls, [])),
  init: () => undefined,
});
method(LockType, '__enter__', '', () => None);
method(LockType, '__exit__', '*args', () => None);

/** The functions by name; programs cannot reach them. */
export const NATIVES: readonly (PyObject & { readonly name: string })[] = [
  builtinFunction('_identity', 'o, /', (_vm, [o]) => new PyIdentity(o as PyObject)),
  builtinFunction('_refuse', 'feature, /', (vm, [feature]) =>
    vm.refuse(text(feature), `${text(feature)} is not supported.`),
  ),
  builtinFunction('_iskeyword', 'name, /', (_vm, [name]) =>
    KEYWORDS.has(text(name)) ? str('keyword') : None,
  ),
  builtinFunction('_class_dict', 'cls, /', (vm, [cls]) => {
    if (!(cls instanceof PyType)) return vm.refuse('dataclass', 'Only classes can be dataclasses.');
    return classDict(vm, cls);
  }),
  builtinFunction('_caller', '', (vm) =>
    own(runtime(vm).frame?.back?.globals.get('__name__') ?? str('__main__')),
  ),
  builtinFunction('_evaluate', 'code, namespace, /', (machine, [code, namespace]) => {
    const names: Namespace = new Map();
    runLibrary(runtime(machine), `value = ${text(code)}`, namespaceOf(namespace), names);
    return names.get('value') as PyObject;
  }),
  builtinFunction('_execute', 'code, names, /', (machine, [code, names]) => {
    const vm = runtime(machine);
    const made: Namespace = new Map();
    runLibrary(vm, text(code), vm.globals, made);
    for (const [name, value] of made) {
      dictSetName(vm, names as PyDict, name, value);
      vm.heap.decref(value);
    }
    return None;
  }),
  LockType,
] satisfies readonly (PyBuiltin | HeapObject)[];
