/** From an object to its record: one function a kind. */
import { PyBytearray } from '../../machine/types/bytearray';
import type { HeapObject, Machine } from '../../memory/object';
import type { ObjectRecord, OtherRecord } from '../records';
import { describeArray, describeVoid } from './array';
import { describeBuiltinMethod, describeCell, describeClass, describeFunction, describeMethod } from './code';
import { common, heldBy } from './common';
import { describeDict, describeSequence, describeSet } from './containers';
import { describeException, describeFrameObject, describeGenerator } from './flow';
import { describeWeakref } from './weakref';

type Describe<T extends HeapObject = HeapObject> = (vm: Machine, o: T) => ObjectRecord;

const table = new Map<string, Describe>();

/** The kind of an object says which class it is of: the parameter of its function may be that class. */
function register<T extends HeapObject>(kind: T['kind'], describe: Describe<T>): void {
  table.set(kind, describe as Describe);
}

register('ndarray', describeArray);
register('list', describeSequence);
register('tuple', describeSequence);
register('set', describeSet);
register('frozenset', describeSet);
register('dict', describeDict);
register('type', describeClass);
register('function', describeFunction);
register('cell', describeCell);
register('method', describeMethod);
register('builtin-method', describeBuiltinMethod);
register('generator', describeGenerator);
register('exception', describeException);
register('frame', describeFrameObject);
register('weakref', describeWeakref);
register('void', describeVoid);

/** A fresh record of an object. Pure: runs no code of the program. */
export function describe(vm: Machine, o: HeapObject): ObjectRecord {
  const known = table.get(o.kind);
  if (known !== undefined) return known(vm, o);
  return o.type.isHeapType && o.type.id !== 0 && o.kind !== 'bytearray'
    ? describeInstance(vm, o)
    : describeOther(vm, o);
}

function describeInstance(vm: Machine, o: HeapObject): ObjectRecord {
  return { kind: 'object', ...common(vm, o), cls: o.type.name };
}

/** Library objects, iterators and whatever else has no kind of its own in the trace. */
function describeOther(vm: Machine, o: HeapObject): OtherRecord {
  const { name, module } = o.type;
  const kind = o.kind === 'bytearray' ? 'bytearray' : 'other';
  const text = textual(vm, o);
  return {
    kind,
    ...common(vm, o),
    what: name,
    qualified: `${module}.${name}`,
    holds: heldBy(vm, o),
    ...(text === null ? {} : { text }),
  };
}

function textual(vm: Machine, o: HeapObject): string | null {
  if (o instanceof PyBytearray) return `[${o.bytes.join(', ')}]`;
  return o.kind === 'range' || o.kind === 'slice' ? vm.repr(o) : null;
}
