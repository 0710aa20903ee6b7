/**
 * From the dunder methods of a class to the slots of its type (slotdefs and update_one_slot, Objects/typeobject.c).
 * A slot either is that of a built-in base, or calls the method by name.
 */
import { None } from '../memory/atoms';
import type { PyType, Slots } from '../memory/object';
import { unhashable } from './builtin';
import {
  binaryCaller,
  CALLERS,
  callAttributeHook,
  compareCaller,
  hashCaller,
  inplaceCaller,
} from './slot-callers';
import { ARITHMETIC, COMPARISONS, PySlotWrapper } from './slot-wrappers';

type Group = readonly [names: readonly string[], set: (slots: Slots, type: PyType) => void];

const groups = new Map<string, Group>();

/** The function of the built-in slot behind a name where the class did not override it, else null. */
function builtinSlot(type: PyType, names: readonly string[]): unknown {
  let slot: unknown = null;
  for (const name of names) {
    const found = type.lookup(name);
    if (found === undefined) continue;
    if (!(found instanceof PySlotWrapper) || found.name !== name) return undefined;
    if (slot !== null && slot !== found.slot) return undefined;
    slot = found.slot;
  }
  return slot;
}

function group(names: readonly string[], set: Group[1]): void {
  for (const name of names) groups.set(name, [names, set]);
}

for (const key of Object.keys(CALLERS) as (keyof typeof CALLERS)[]) {
  const { names, caller } = CALLERS[key];
  group(names, (slots, type) => {
    const inherited = builtinSlot(type, names);
    const value = inherited === undefined ? caller : inherited;
    if (value === null) delete slots[key];
    else Object.assign(slots, { [key]: value });
  });
}

for (const [op, name] of ARITHMETIC) {
  const names = [`__${name}__`, `__r${name}__`];
  group(names, (slots, type) => {
    const inherited = builtinSlot(type, names);
    slots.binary = { ...slots.binary };
    const value = inherited === undefined ? binaryCaller(op, name) : inherited;
    if (value === null) delete slots.binary[op];
    else Object.assign(slots.binary, { [op]: value });
  });
  const inPlace = [`__i${name}__`];
  group(inPlace, (slots, type) => {
    const inherited = builtinSlot(type, inPlace);
    slots.inplace = { ...slots.inplace };
    const value = inherited === undefined ? inplaceCaller(`__i${name}__`) : inherited;
    if (value === null) delete slots.inplace[op];
    else Object.assign(slots.inplace, { [op]: value });
  });
}

const COMPARE_NAMES = COMPARISONS.map(([, name]) => name);
group(COMPARE_NAMES, (slots, type) => {
  const inherited = builtinSlot(type, COMPARE_NAMES);
  slots.compare = (inherited ?? compareCaller) as NonNullable<Slots['compare']>;
});

group(['__hash__'], (slots, type) => {
  const found = type.lookup('__hash__');
  const inherited = builtinSlot(type, ['__hash__']);
  slots.hash =
    found === None || found === undefined
      ? unhashable
      : ((inherited ?? hashCaller) as NonNullable<Slots['hash']>);
});

group(['__getattribute__', '__getattr__'], (slots, type) => {
  const found = type.lookup('__getattribute__');
  const plain = found instanceof PySlotWrapper ? (found.slot as NonNullable<Slots['getAttribute']>) : null;
  slots.getAttribute =
    type.lookup('__getattr__') === undefined && plain !== null ? plain : callAttributeHook(plain);
});

/** slot_tp_new: `__new__` of the class, called with the class in front. */
const callNew: NonNullable<Slots['new']> = (vm, cls, args, names) => {
  const found = vm.getAttribute(cls, '__new__');
  try {
    return vm.call(found, [cls, ...args], names);
  } finally {
    vm.heap.decref(found);
  }
};

group(['__new__'], (slots, type) => {
  if (type.lookup('__new__')?.kind !== 'builtin') slots.new = callNew;
});

/** Bring the slots of a class up to date with its dunder methods: those named, or all that its bases give it. */
export function updateSlots(type: PyType, names: Iterable<string>): void {
  const done = new Set<Group>();
  for (const name of names) {
    const found = groups.get(name);
    if (found === undefined || done.has(found)) continue;
    done.add(found);
    found[1](type.slots, type);
  }
}

/** Every name that has to do with a slot. */
export const SLOT_NAMES: ReadonlySet<string> = new Set(groups.keys());
