/** The module `gc` (Modules/gcmodule.c). Automatic collection is off: only `gc.collect()` collects. */
import { Op } from '../../bytecode/opcodes';
import { bool, int, None, PyInt, PyStr } from '../../memory/atoms';
import { collect, containers, isContainer, visitReferents } from '../../memory/collector';
import { mayBeTracked } from '../../memory/collector-count';
import { PyList } from '../../memory/containers';
import { HeapObject, type PyObject } from '../../memory/object';
import { type BuiltinCode, builtinFunction, type PyBuiltin } from '../builtin';
import { finalizerOf } from '../retire';
import { type Runtime, runtime } from '../runtime';
import { dictEntries, PyDict } from '../types/dict';
import { PyGlobals } from '../types/globals-dict';
import { module } from '../types/module';
import { shuffledList } from '../types/shuffled-list';
import { registerModule } from './index';

const define = (name: string, text: string, code: BuiltinCode): PyBuiltin =>
  builtinFunction(name, text, code, 'gc');

const collectAll = define('collect', 'generation=2', (machine, [generation]) => {
  const vm = runtime(machine);
  if (generation !== undefined && !(generation instanceof PyInt && generation.value === 2))
    vm.refuse('gc.collect of a generation', 'Only a full collection, gc.collect(), is supported.');
  const found = collect(vm, vm.heap, (o) => finalizerOf(vm, o));
  if (found !== null) return int(found);
  // The number is not known for certain: that matters only where the program looks at it.
  const { frame } = vm;
  if (frame !== null && frame.code.opcodes[frame.pc] === Op.POP_TOP) return None;
  return vm.refuse(
    'result of gc.collect()',
    'How many objects CPython counts here is not known for certain.',
  );
});

/** Whether the collector would collect by itself: a state of the run that a program can set and ask for. */
const enabled = define('isenabled', '', (machine) => bool(runtime(machine).collectorEnabled));
const enable = define('enable', '', (machine) => {
  runtime(machine).collectorEnabled = true;
  return None;
});
const disable = define('disable', '', (machine) => {
  runtime(machine).collectorEnabled = false;
  return None;
});

const isTracked = define('is_tracked', 'obj, /', (vm, [obj]) => {
  const o = obj as PyObject;
  if (o.kind === 'dict' || o.kind === 'tuple')
    vm.refuse('gc.is_tracked', 'Whether CPython tracks a dict or tuple depends on its history.');
  return bool(mayBeTracked(o));
});

/** Kinds whose references the trace knows one by one, in the order of their tp_traverse; those from last to first. */
const TRAVERSED: ReadonlySet<string> = new Set([
  'list',
  'tuple',
  'dict',
  'cell',
  'method',
  'set',
  'frozenset',
]);
const BACKWARDS: ReadonlySet<string> = new Set(['list', 'tuple']);

const getReferents = define('get_referents', '*args', (vm, args) => {
  const found: PyObject[] = [];
  for (const o of args as readonly PyObject[]) {
    if (!isContainer(o)) {
      if (o instanceof HeapObject && o.kind !== 'ndarray')
        vm.refuse(
          'gc.get_referents',
          `What gc.get_referents gives for a ${o.type.name} is not known for certain.`,
        );
      continue;
    }
    if (!TRAVERSED.has(o.kind) || o.type.isHeapType)
      vm.refuse(
        'gc.get_referents',
        `What gc.get_referents gives for a ${o.type.name} is not known for certain.`,
      );
    const own: PyObject[] = [];
    // dict_traverse: a dict whose keys are all str gives its values alone.
    if (o instanceof PyDict && dictEntries(o).every(([key]) => key instanceof PyStr))
      for (const [, value] of dictEntries(o)) own.push(value);
    else visitReferents(o, (child) => own.push(child));
    vm.charge(8 * own.length, own.length);
    for (const child of BACKWARDS.has(o.kind) ? own.reverse() : own) found.push(child);
  }
  for (const o of found) o.rc++;
  return vm.heap.add(new PyList(found));
});

const UNKNOWN_ORDER = {
  feature: 'gc.get_referrers',
  message: 'The order in which the collector knows its objects is not known for certain.',
};

/**
 * The lists of the collector are walked from the young to the old (gc_get_referrers). The module's namespace is old from
 * the start: what no collection has seen comes before it, what has lived through one after it. The order of two other
 * holders is not known.
 */
function inOrder(vm: Runtime, namespace: PyObject | null, holders: readonly HeapObject[]): PyObject {
  const [holder] = holders;
  if (namespace === null || holder === undefined) {
    const found = namespace === null ? [...holders] : [namespace];
    return found.length > 1 ? shuffledList(vm, found, UNKNOWN_ORDER) : vm.heap.add(new PyList(found));
  }
  // A collection takes a dict that holds no container out of the lists, and it comes back as a young one.
  if (holders.length > 1 || (holder.collectorOrder > 0 && holder.kind === 'dict'))
    return shuffledList(vm, [...holders, namespace], UNKNOWN_ORDER);
  return vm.heap.add(new PyList(holder.collectorOrder > 0 ? [namespace, holder] : [holder, namespace]));
}

/** How many refer to an object is certain, and what; in which order, only of one holder and the module's namespace. */
const getReferrers = define('get_referrers', '*args', (machine, args) => {
  const vm = runtime(machine);
  const wanted = new Set<PyObject>(args as readonly PyObject[]);
  const found: HeapObject[] = [];
  let namespace: PyObject | null = null;
  if ([...vm.globals.values()].some((value) => wanted.has(value))) {
    vm.globalsDict ??= new PyGlobals(vm.globals);
    namespace = vm.globalsDict;
  }
  vm.charge(0, 4 * vm.heap.live.length);
  for (const o of containers(vm.heap)) {
    let refers = false;
    visitReferents(o, (child) => {
      refers ||= wanted.has(child);
    });
    if (!refers) continue;
    // The values of an instance are its own as long as no program has asked for its dict.
    const isPlain = o.kind === 'object' && o.dict === null && (o.attrs?.size ?? 0) < 20;
    if (!TRAVERSED.has(o.kind) && !isPlain)
      vm.refuse(
        'gc.get_referrers',
        `What gc.get_referrers says of a ${o.type.name} is not known for certain.`,
      );
    found.push(o);
  }
  for (const o of found) o.rc++;
  if (namespace !== null) namespace.rc++;
  return inOrder(vm, namespace, found);
});

const unknown = (name: string): PyBuiltin =>
  define(name, '*args', (vm) =>
    vm.refuse(`gc.${name}`, `gc.${name}() depends on what the interpreter has done before.`),
  );

registerModule('gc', () =>
  module('gc', [
    collectAll,
    enabled,
    enable,
    disable,
    isTracked,
    getReferents,
    getReferrers,
    ...[
      'get_count',
      'get_objects',
      'get_stats',
      'get_threshold',
      'set_threshold',
      'set_debug',
      'get_debug',
    ].map(unknown),
    ...['freeze', 'unfreeze', 'get_freeze_count', 'is_finalized'].map(unknown),
  ]),
);
