/** Records of weak references. */
import type { Machine } from '../../memory/object';
import type { PyWeakref } from '../../memory/weakrefs';
import type { WeakrefRecord } from '../records';
import { common, heldBy } from './common';
import { shownAs } from './value';

export function describeWeakref(vm: Machine, r: PyWeakref): WeakrefRecord {
  const to = r.target === null ? 'None' : shownAs(vm, r.target);
  const callback = r.callback === null ? 'None' : shownAs(vm, r.callback);
  const holds = heldBy(vm, r).filter(({ kind }) => kind !== 'callback');
  return { kind: 'weakref', ...common(vm, r), to, callback, ...(holds.length > 0 ? { holds } : {}) };
}
