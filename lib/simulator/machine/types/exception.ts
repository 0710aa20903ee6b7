/** Exceptions: behaviour (Objects/exceptions.c). */
import { bool, None, PyInt, PyStr, str } from '../../memory/atoms';
import { EMPTY_TUPLE, PyList, PyTuple } from '../../memory/containers';
import type { KeywordNames, Machine, PyObject, PyType } from '../../memory/object';
import { attribute, define, method } from '../builtin';
import { setCause, setContext } from '../exceptions';
import { runtime } from '../runtime';
import { typeName } from './convert';
import {
  AttributeErrorType,
  BaseExceptionType,
  ImportErrorType,
  KeyErrorType,
  NameErrorType,
  OSErrorType,
  PyException,
  StopIterationType,
  SyntaxErrorType,
  SystemExitType,
  TypeErrorType,
} from './exceptions';
import { PyTraceback } from './frame';

const owned = <T extends PyObject>(o: T): T => {
  o.rc++;
  return o;
};

function tuple(vm: Machine, items: readonly PyObject[]): PyTuple {
  if (items.length === 0) return EMPTY_TUPLE;
  for (const item of items) item.rc++;
  return vm.heap.add(new PyTuple([...items]));
}

/** The positional arguments as a tuple: the very one of `E(*args)` and `super().__init__(*args)`. */
function positional(machine: Machine, args: readonly PyObject[]): PyTuple {
  const vm = runtime(machine);
  return vm.packed === args ? owned(vm.packedTuple as PyTuple) : tuple(vm, args);
}

/** BaseException_new: keeps the positional arguments. */
function make(vm: Machine, cls: PyType, args: readonly PyObject[], names: KeywordNames): PyObject {
  const given = names.length === 0 ? args : args.slice(0, args.length - names.length);
  return vm.heap.add(new PyException(cls, positional(vm, given)));
}

/** BaseException_init: keeps them again, and takes no keywords. */
function init(vm: Machine, self: PyObject, args: readonly PyObject[], names: KeywordNames): void {
  if (names.length > 0) vm.raise(TypeErrorType, `${typeName(self)}() takes no keyword arguments`);
  setArgs(vm, self as PyException, positional(vm, args));
}

function setArgs(vm: Machine, e: PyException, args: PyTuple): void {
  const old = e.args;
  e.args = args;
  e.dirty = true;
  vm.heap.decref(old);
}

const first = (e: PyException): PyObject => e.args.items[0] as PyObject;

define(BaseExceptionType, {
  new: make,
  init,
  str(vm, self) {
    const e = self as PyException;
    const { length } = e.args.items;
    return str(length === 0 ? '' : vm.str(length === 1 ? first(e) : e.args));
  },
  repr(vm, self) {
    const e = self as PyException;
    if (e.args.items.length === 1) return str(`${e.type.name}(${vm.repr(first(e))})`);
    return str(e.type.name + vm.repr(e.args));
  },
});

attribute<PyException>(
  BaseExceptionType,
  'args',
  (_vm, e) => owned(e.args),
  (vm, e, value) => {
    if (value === null) return vm.raise(TypeErrorType, 'args may not be deleted');
    const list = vm.iterate(value);
    const items: PyObject[] = [];
    for (let item = vm.next(list); item !== null; item = vm.next(list)) items.push(item);
    vm.heap.decref(list);
    setArgs(vm, e, items.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(items)));
  },
);
function setTraceback(vm: Machine, e: PyException, value: PyObject | null) {
  if (value === null) return vm.raise(TypeErrorType, '__traceback__ may not be deleted');
  if (value !== None && !(value instanceof PyTraceback))
    vm.raise(TypeErrorType, '__traceback__ must be a traceback or None');
  const old = e.traceback;
  e.traceback = value === None ? null : owned(value);
  e.dirty = true;
  if (old !== null) vm.heap.decref(old);
}
attribute<PyException>(
  BaseExceptionType,
  '__traceback__',
  (_vm, e) => owned(e.traceback ?? None),
  setTraceback,
);
method<PyException>(BaseExceptionType, 'with_traceback', 'tb, /', (vm, e, [value]) => {
  setTraceback(vm, e, value as PyObject);
  return owned(e);
});

const linked = (
  name: string,
  key: 'cause' | 'context',
  set: (vm: Machine, e: PyException, value: PyObject | null) => void,
): void =>
  attribute<PyException>(
    BaseExceptionType,
    name,
    (_vm, e) => owned(e[key] ?? None),
    (vm, e, value) => {
      if (value === null) return vm.raise(TypeErrorType, `${name} may not be deleted`);
      if (value !== None && !(value instanceof PyException)) {
        const what = key === 'cause' ? 'exception cause' : 'exception context';
        vm.raise(TypeErrorType, `${what} must be None or derive from BaseException`);
      }
      set(vm, e, value === None ? null : value);
    },
  );
linked('__cause__', 'cause', (vm, e, value) => setCause(runtime(vm), e, value));
linked('__context__', 'context', (vm, e, value) => setContext(runtime(vm), e, value));
attribute<PyException>(
  BaseExceptionType,
  '__suppress_context__',
  (_vm, e) => bool(e.suppressContext),
  (vm, e, value) => {
    e.suppressContext = value !== null && vm.truth(value);
  },
);
method<PyException>(BaseExceptionType, 'add_note', 'note, /', (vm, e, [note]) => {
  if (!(note instanceof PyStr))
    return vm.raise(TypeErrorType, `note must be a str, not '${note?.type.name}'`);
  let notes = e.attrs?.get('__notes__');
  if (notes === undefined) {
    notes = vm.heap.add(new PyList([]));
    e.attrs ??= new Map();
    e.attrs.set('__notes__', notes);
    e.dirty = true;
  }
  if (!(notes instanceof PyList)) return vm.raise(TypeErrorType, 'Cannot add note: __notes__ is not a list');
  notes.items.push(note);
  notes.dirty = true;
  return None;
});

/** Attributes that a class keeps beside `args`: None where they were not set. */
function fields(type: PyType, names: readonly string[]): void {
  for (const name of names)
    attribute<PyException>(
      type,
      name,
      (_vm, e) => owned(e.fields?.get(name) ?? None),
      (vm, e, value) => {
        const old = e.fields?.get(name);
        e.setField(name, owned(value ?? None));
        if (old !== undefined) vm.heap.decref(old);
      },
    );
}

/** Keyword arguments of these classes go to fields of the same name. */
function keywordFields(type: PyType, allowed: readonly string[]): void {
  fields(type, allowed);
  define(type, {
    init(vm, self, args, names) {
      const e = self as PyException;
      const positional = args.slice(0, args.length - names.length);
      names.forEach((name, i) => {
        if (!allowed.includes(name))
          vm.raise(TypeErrorType, `'${name}' is an invalid keyword argument for ${type.name}()`);
        setField(vm, e, name, args[positional.length + i] as PyObject);
      });
      init(vm, e, positional, []);
    },
  });
}

function setField(vm: Machine, e: PyException, name: string, value: PyObject): void {
  const old = e.fields?.get(name);
  e.setField(name, owned(value));
  if (old !== undefined) vm.heap.decref(old);
}

keywordFields(NameErrorType, ['name']);
keywordFields(AttributeErrorType, ['name', 'obj']);
keywordFields(ImportErrorType, ['name', 'path']);
fields(ImportErrorType, ['msg']);
fields(SyntaxErrorType, ['msg', 'lineno', 'offset', 'text', 'filename', 'end_lineno', 'end_offset']);

define(KeyErrorType, {
  str(vm, self) {
    const e = self as PyException;
    // A key is shown by its repr, so that an empty str can be seen (KeyError_str).
    if (e.args.items.length === 1) return str(vm.repr(first(e)));
    return str(e.args.items.length === 0 ? '' : vm.str(e.args));
  },
});

fields(StopIterationType, ['value']);
define(StopIterationType, {
  init(vm, self, args, names) {
    init(vm, self, args, names);
    setField(vm, self as PyException, 'value', args[0] ?? None);
  },
});

fields(SystemExitType, ['code']);
define(SystemExitType, {
  init(vm, self, args, names) {
    init(vm, self, args, names);
    const e = self as PyException;
    if (args.length > 0) setField(vm, e, 'code', args.length === 1 ? first(e) : e.args);
  },
});

fields(OSErrorType, ['errno', 'strerror', 'filename', 'filename2']);
define(OSErrorType, {
  init(vm, self, args, names) {
    const e = self as PyException;
    if (args.length >= 2 && args[0] instanceof PyInt && e.type === OSErrorType)
      vm.refuse('OSError with errno', 'OSError with an error number makes an instance of another class.');
    init(vm, self, args, names);
    if (args.length < 2 || args.length > 5) return;
    ['errno', 'strerror', 'filename'].forEach((name, i) => {
      const value = args[i];
      if (value !== undefined) setField(vm, e, name, value);
    });
  },
  str(vm, self) {
    const e = self as PyException;
    const errno = e.fields?.get('errno');
    const text = e.fields?.get('strerror');
    const file = e.fields?.get('filename');
    if (errno !== undefined && text !== undefined) {
      const start = `[Errno ${vm.str(errno)}] ${vm.str(text)}`;
      return str(file === undefined ? start : `${start}: ${vm.repr(file)}`);
    }
    const { length } = e.args.items;
    return str(length === 0 ? '' : vm.str(length === 1 ? first(e) : e.args));
  },
});
