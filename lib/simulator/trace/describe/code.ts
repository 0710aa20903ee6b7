/** Records of functions, cells, methods and classes. */
import type { PyBuiltinMethod } from '../../machine/builtin';
import { dictEntries } from '../../machine/types/dict';
import type { PyCell, PyFunction } from '../../machine/types/function';
import { HeapObject, type Machine, type PyObject, type PyType } from '../../memory/object';
import type {
  CellRecord,
  ClassRecord,
  FunctionRecord,
  Held,
  MethodRecord,
  ObjectId,
  Value,
} from '../records';
import { common, emptyRecord, valuesByName } from './common';
import { shownAs } from './value';

export function describeFunction(vm: Machine, f: PyFunction): FunctionRecord {
  const defaults: Value[] = [];
  const defaultsIn: ObjectId[] = [];
  for (const value of f.defaults?.items ?? []) defaults.push(shownAs(vm, value));
  if (f.keywordDefaults !== null)
    for (const [, value] of dictEntries(f.keywordDefaults)) defaults.push(shownAs(vm, value));
  for (const holder of [f.defaults, f.keywordDefaults])
    if (holder !== null && holder.id !== 0) defaultsIn.push(holder.id);
  const closure = emptyRecord<ObjectId>();
  f.closure.forEach((cell, i) => {
    closure[f.code.freeNames[i] as string] = cell.id;
  });
  const holds: Held[] = [];
  const hold = (o: PyObject | null, label: string): void => {
    if (o instanceof HeapObject && o.id !== 0) holds.push({ label, kind: 'other', value: o.id });
  };
  hold(f.doc, '__doc__');
  hold(f.annotations, '__annotations__');
  const record = { kind: 'function', ...common(vm, f), name: f.name, line: f.code.firstLine } as const;
  const library = f.code.library ? ({ library: true } as const) : {};
  return { ...record, ...library, defaults, defaultsIn, closure, ...(holds.length > 0 ? { holds } : {}) };
}

export function describeCell(vm: Machine, cell: PyCell): CellRecord {
  const value = cell.value === null ? null : shownAs(vm, cell.value);
  return { kind: 'cell', ...common(vm, cell), name: cell.name, value };
}

/** A bound method: its two references are the instance and the function. */
export function describeMethod(vm: Machine, o: HeapObject): MethodRecord {
  let self: PyObject | null = null;
  let func: PyObject | null = null;
  o.traverse((child, kind) => {
    if (kind === 'self') self = child;
    else if (kind === 'func') func = child;
  });
  return {
    kind: 'method',
    ...common(vm, o),
    name: func === null ? '?' : nameOf(func),
    self: self === null ? 'None' : shownAs(vm, self),
    ...(func === null ? {} : { func: shownAs(vm, func) }),
  };
}

export function describeBuiltinMethod(vm: Machine, o: PyBuiltinMethod): MethodRecord {
  const self = o.self === null ? 'None' : shownAs(vm, o.self);
  return { kind: 'method', ...common(vm, o), name: o.descriptor.name, self };
}

const nameOf = (o: PyObject & { readonly name?: unknown }): string =>
  typeof o.name === 'string' ? o.name : '?';

export function describeClass(vm: Machine, cls: PyType): ClassRecord {
  const base = common(vm, cls);
  return {
    kind: 'class',
    ...base,
    count: null,
    name: cls.name,
    bases: cls.bases.map((b) => shownAs(vm, b)),
    attrs: valuesByName(vm, cls.members),
  };
}
