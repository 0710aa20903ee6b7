/** count, cycle and repeat. */
import { int, PyInt, str } from '../../../memory/atoms';
import type { PyList } from '../../../memory/containers';
import type { PyObject } from '../../../memory/object';
import { makeList, own, sizeArgument } from '../../types/convert';
import { TypeErrorType } from '../../types/exceptions';
import { PyHolding } from '../holding';
import { add, toolType } from './iterator';

export const CountType = toolType({
  name: 'count',
  signature: 'start=0, step=1',
  make(vm, [start = int(0), step = int(1)], type) {
    for (const o of [start, step])
      if (!(o instanceof PyInt) && o.type.slots.float === undefined && o.type.slots.index === undefined)
        if (o.kind !== 'complex') vm.raise(TypeErrorType, 'a number is required');
    return add(vm, new PyHolding(type, [own(start), own(step)]));
  },
  next(vm, it) {
    const value = it.at(0);
    it.held[0] = vm.binary(value, it.at(1), '+');
    it.dirty = true;
    return value;
  },
  repr(vm, it) {
    const step = it.at(1);
    const more = step instanceof PyInt && step.value === 1 ? '' : `, ${vm.repr(step)}`;
    return str(`count(${vm.repr(it.at(0))}${more})`);
  },
});

export const CycleType = toolType({
  name: 'cycle',
  signature: 'iterable, /',
  make(vm, [iterable], type) {
    const it = vm.iterate(iterable as PyObject);
    return add(vm, new PyHolding(type, [makeList(vm, []), it], [0]));
  },
  next(vm, it) {
    const saved = it.at(0) as PyList;
    if (it.held[1] !== null) {
      const item = vm.next(it.at(1));
      if (item !== null) {
        saved.items.push(own(item));
        saved.dirty = true;
        vm.charge(8, 1);
        return item;
      }
      it.put(vm, 1, null);
    }
    const at = it.counters[0] as number;
    const item = saved.items[at];
    if (item === undefined) return null;
    it.counters[0] = (at + 1) % saved.items.length;
    return own(item);
  },
});

/** `counters[0]`: how many are left, -1 for no end. */
export const RepeatType = toolType({
  name: 'repeat',
  signature: 'object, times=-1',
  make(vm, [element, times], type) {
    const count = times === undefined ? -1 : Math.max(0, sizeArgument(vm, times));
    return add(vm, new PyHolding(type, [own(element as PyObject)], [count]));
  },
  next(_vm, it) {
    const left = it.counters[0] as number;
    if (left === 0) return null;
    if (left > 0) it.counters[0] = left - 1;
    return own(it.at(0));
  },
  repr(vm, it) {
    const left = it.counters[0] as number;
    return str(`repeat(${vm.repr(it.at(0))}${left < 0 ? '' : `, ${left}`})`);
  },
});
