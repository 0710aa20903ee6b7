/** The module `sys`, as far as a program's own objects go (Python/sysmodule.c). */
import { type CodeFields, PyCode } from '../../bytecode/code';
import { int, None, PyBool, PyBytes, PyFloat, PyInt, PyStr, str } from '../../memory/atoms';
import { EMPTY_TUPLE, PyTuple } from '../../memory/containers';
import { HeapObject, type Machine, type PyObject } from '../../memory/object';
import type { NdArray } from '../../numpy/ndarray';
import { type BuiltinCode, builtinFunction, type PyBuiltin } from '../builtin';
import type { Frame } from '../frame';
import { setRecursionLimit } from '../recursion';
import { runtime } from '../runtime';
import { indexValue } from '../types/convert';
import { OverflowErrorType, PyException, SystemExitType, TypeErrorType } from '../types/exceptions';
import { module } from '../types/module';
import { registerModule } from './index';

const define = (name: string, text: string, code: BuiltinCode): PyBuiltin =>
  builtinFunction(name, text, code, 'sys');

/** The real count: the caller's stack holds the argument, so that one is in it already. */
const getrefcount = define('getrefcount', 'object, /', (vm, [object]) => {
  const o = object as PyObject;
  if (!(o instanceof HeapObject) || o.id === 0)
    vm.refuse(
      `sys.getrefcount of a ${o.type.name}`,
      'Such an object is shared by the whole interpreter: its count says nothing about the program.',
    );
  if (o.kind === 'type')
    vm.refuse(
      'sys.getrefcount of a class',
      'A class is held by parts of its own: its count is not known for certain.',
    );
  if (o.kind === 'cell' || (o instanceof PyTuple && o.items[0]?.kind === 'cell'))
    vm.refuse(
      'sys.getrefcount of a closure',
      'A function has one tuple of its cells in CPython, here it is made anew.',
    );
  return int(o.rc);
});

const getsizeof = define('getsizeof', 'object, default=None', (vm, [object]) =>
  int(sizeOf(vm, object as PyObject)),
);

/** Bytes of an object, for the kinds where they do not depend on how it came about. */
function sizeOf(vm: Machine, o: PyObject): number {
  if (o.type.isHeapType) return unknownSize(vm, o);
  if (o === None) return 16;
  if (o instanceof PyBool) return 28;
  if (o instanceof PyInt) return 24 + 4 * Math.max(1, Math.ceil(magnitude(o.value).toString(2).length / 30));
  if (o instanceof PyFloat) return 24;
  if (o instanceof PyBytes) return 33 + o.value.length;
  if (o instanceof PyStr) return /^[\0-\x7f]*$/.test(o.value) ? 49 + o.value.length : unknownSize(vm, o);
  if (o === EMPTY_TUPLE) return 40;
  if (o instanceof PyTuple) return 40 + 8 * o.items.length;
  if (o.kind === 'ndarray') return arraySize(o as NdArray);
  return unknownSize(vm, o);
}

/** array_sizeof: the header, two words an axis, and the elements of an owner. */
const arraySize = (a: NdArray): number => 96 + 16 * a.ndim + (a.owns ? a.size * a.dtype.itemsize : 0);

const magnitude = (n: number | bigint): bigint => (n < 0 ? -BigInt(n) : BigInt(n));

const unknownSize = (vm: Machine, o: PyObject): never =>
  vm.refuse('sys.getsizeof', `The size of a ${o.type.name} depends on how it came about.`);

/** The constant of the program with this text: the compiler interns those that look like names (intern_constants). */
function constantOf(frame: Frame | null, text: string): PyObject | null {
  let module = frame;
  while (module?.back) module = module.back;
  if (module === null || !/^[A-Za-z0-9_]*$/.test(text)) return null;
  const todo: CodeFields[] = [module.code];
  for (let code = todo.pop(); code !== undefined; code = todo.pop())
    for (const constant of code.constants) {
      if (constant instanceof PyStr && constant.value === text) return constant;
      if (constant instanceof PyCode) todo.push(constant.fields);
    }
  return null;
}

/** One str object for each text, for the programs that ask for it. */
const intern = define('intern', 'string, /', (machine, [string]) => {
  const vm = runtime(machine);
  if (!(string instanceof PyStr))
    return vm.raise(TypeErrorType, `intern() argument must be str, not ${(string as PyObject).type.name}`);
  const known = vm.interned.get(string.value) ?? constantOf(vm.frame, string.value) ?? string;
  vm.interned.set(string.value, known);
  return known;
});

const exit = define('exit', 'status=None, /', (vm, [status]) =>
  vm.raiseObject(vm.call(SystemExitType, status === undefined ? [] : [status])),
);

const getrecursionlimit = define('getrecursionlimit', '', (machine) => int(runtime(machine).recursionLimit));

const setrecursionlimit = define('setrecursionlimit', 'limit, /', (machine, [limit]) => {
  const vm = runtime(machine);
  const value = Number(indexValue(vm, limit as PyObject));
  if (Math.abs(value) >= 2 ** 31) vm.raise(OverflowErrorType, 'Python int too large to convert to C int');
  setRecursionLimit(vm, value, vm.depth);
  return None;
});

const excInfo = define('exc_info', '', (machine) => {
  const vm = runtime(machine);
  const handled = vm.handled().at(-1);
  if (!(handled instanceof PyException)) return vm.heap.add(new PyTuple([None, None, None]));
  const traceback = handled.traceback ?? None;
  for (const o of [handled.type, handled, traceback]) o.rc++;
  return vm.heap.add(new PyTuple([handled.type, handled, traceback]));
});

const unknown = (name: string): PyBuiltin =>
  define(name, '*args', (vm) => vm.refuse(`sys.${name}`, `sys.${name}() is not supported.`));

registerModule('sys', () =>
  module(
    'sys',
    [
      getrefcount,
      getsizeof,
      intern,
      getrecursionlimit,
      setrecursionlimit,
      excInfo,
      exit,
      ...['_getframe', 'settrace', 'setprofile', 'displayhook'].map(unknown),
    ],
    {
      maxsize: int(9223372036854775807n),
      byteorder: str('little'),
      platform: str('linux'),
    },
  ),
);
