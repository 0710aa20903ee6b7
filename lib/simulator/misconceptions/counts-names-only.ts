import { Op } from '../bytecode/opcodes';
import type { Runtime } from '../machine/runtime';
import { PyCell } from '../machine/types/function';
import { int } from '../memory/atoms';
import { HeapObject, type PyObject } from '../memory/object';
import { clearWeakrefs } from '../memory/weakrefs';
import type { ObjectId, ObjectRecord } from '../trace/records';
import type { Freed, Step, Trace } from '../trace/trace';
import { calleeOf, replaceAt, STEPS } from './bending/stack';
import type { Misconception } from './misconception';

const timesIn = (names: Iterable<unknown>, o: unknown): number => {
  let n = 0;
  for (const value of names) if (value === o) n++;
  return n;
};

/** How many names refer to it: those of the module, or else those of the functions that run. */
const namesOf = (scopes: readonly (readonly unknown[])[], o: unknown): number =>
  timesIn(scopes[0] ?? [], o) || timesIn(scopes.slice(1).flat(), o);

/** What the names of each frame refer to, the module's first. */
function scopesNow(vm: Runtime): PyObject[][] {
  const scopes: PyObject[][] = [[...vm.globals.values()]];
  for (let frame = vm.frame; frame !== null; frame = frame.back) {
    if (frame.names === vm.globals) continue;
    const held = frame.slots.slice(0, frame.stackBase).map((o) => (o instanceof PyCell ? o.value : o));
    scopes.push([...(frame.names?.values() ?? []), ...held].filter((o) => o !== null));
  }
  return scopes;
}

/** The trace with names as the only holders of what a name ever referred to. */
function countedByNames(trace: Trace): Trace {
  const records = new Map<ObjectId, ObjectRecord>();
  const named = new Map<ObjectId, number>();
  const gone = new Set<ObjectId>();
  const steps = trace.steps.map((step): Step => {
    const scopes = step.frames.map((frame) => Object.values(frame.names));
    const changed = new Map(step.changed.map((record) => [record.id, record]));
    const freed: Freed[] = step.freed.filter(({ id }) => !gone.has(id));
    for (const record of step.changed) records.set(record.id, record);
    for (const { id } of step.freed) gone.add(id);
    for (const value of scopes.flat())
      if (typeof value === 'number' && !named.has(value) && !gone.has(value)) named.set(value, 0);
    for (const [id, before] of named) {
      const now = namesOf(scopes, id);
      const record = records.get(id);
      if (gone.has(id) || record === undefined || record.count === null) continue;
      named.set(id, now);
      // What is returned has no name for a moment.
      if (now === 0 && step.returned !== id) {
        gone.add(id);
        freed.push({ id, by: 'rc' });
      } else if (now !== before || changed.has(id)) changed.set(id, { ...record, count: now });
    }
    const kept = [...changed.values()].filter(({ id }) => !gone.has(id)).toSorted((a, b) => a.id - b.id);
    return { ...step, changed: kept, freed };
  });
  return { ...trace, steps };
}

/** Bends what is counted: only names are, for what a name ever referred to. */
export const countsNamesOnly: Misconception = {
  id: 'CountsNamesOnly',
  title: 'Only names count',
  belief:
    'The reference count is the number of names that refer to the object; lists, running functions and views do not count.',
  refutation:
    'Each reference counts, whoever holds it: a name, a slot of a list or dict, an attribute, a variable of a running function, a closure, the base of a view. An object without any name lives on as long as one of them refers to it.',
  snippet: 'a = [1]\nbox = [a]\ndel a\n',
  bend: (machine) => {
    const named = new Set<HeapObject>();
    machine.around(STEPS, (vm, _frame, _operand, truly) => {
      const now = new Set<PyObject>(scopesNow(vm).flat());
      for (const o of now) if (o instanceof HeapObject && o.id !== 0) named.add(o);
      for (const o of named) {
        if (now.has(o)) continue;
        named.delete(o);
        if (o.place < 0) continue;
        // It counts as freed: its finalizer runs, and weak references to it are dead.
        o.rc++;
        machine.retire(o);
        clearWeakrefs(vm, o);
        o.rc--;
      }
      truly();
    });
    machine.around([Op.CALL], (vm, frame, n, truly) => {
      const { name, args } = calleeOf(frame, n);
      const [asked] = args;
      truly();
      if (name !== 'getrefcount' || asked === undefined || vm.frame !== frame) return;
      const names = namesOf(scopesNow(vm), asked);
      if (names > 0) replaceAt(vm, frame, 1, int(names + 1));
    });
    machine.readAs(countedByNames);
  },
};
