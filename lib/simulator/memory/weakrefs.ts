/**
 * Weak references (Objects/weakrefobject.c): layout, their order, and what happens when an object goes.
 *
 * An object's list has its shared reference without callback first, then its shared proxy without callback, then the
 * others, newest first.
 */
import { Raised } from '../machine/raised';
import { keyOf } from '../machine/types/key';
import { None } from './atoms';
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from './object';
import { builtinType } from './types';

export const WeakrefType = builtinType('ReferenceType', undefined, 'weakref');
export const ProxyType = builtinType('ProxyType', undefined, 'weakref');
export const CallableProxyType = builtinType('CallableProxyType', undefined, 'weakref');

/** A weak reference, or a proxy. It does not own what it points to; it owns its callback. */
export class PyWeakref extends HeapObject {
  override get kind(): 'weakref' | 'weakproxy' {
    return this.isProxy ? 'weakproxy' : 'weakref';
  }
  /** What it points to, borrowed; null once that is gone. */
  target: HeapObject | null;
  /** The hash of the target, once it was asked for. */
  hash: bigint | null = null;
  /** Where the target is compared by identity, so are its references: dicts and sets find them by it. */
  readonly key: HeapObject | undefined;
  constructor(
    target: HeapObject,
    public callback: PyObject | null,
    readonly isProxy: boolean,
    type: PyType,
    /** Under which key a weak dictionary holds it. Owned. */
    public entryKey: PyObject | null = null,
  ) {
    super(type);
    this.target = target;
    this.key = keyOf(target) === target ? target : undefined;
  }
  override traverse(visit: Visit): void {
    if (this.callback !== null) visit(this.callback, 'callback');
    if (this.entryKey !== null) visit(this.entryKey, 'other');
  }
  override drop(): PyObject[] {
    clearWeakref(this);
    const owned: PyObject[] = [];
    if (this.callback !== null) owned.push(this.callback);
    if (this.entryKey !== null) owned.push(this.entryKey);
    this.callback = this.entryKey = null;
    return owned;
  }
}

const isShared = (r: PyWeakref, proxy: boolean): boolean =>
  r.callback === null && r.isProxy === proxy && (proxy || r.type === WeakrefType);

/** The reference without callback that an object already has, borrowed, or null. */
export function sharedWeakref(o: HeapObject, proxy: boolean): PyWeakref | null {
  for (const r of (o.weakrefs ?? []) as PyWeakref[]) if (isShared(r, proxy)) return r;
  return null;
}

/**
 * A new or shared weak reference (weakref___new__, PyWeakref_NewProxy). Borrows the target; takes over the references
 * to callback and key.
 */
export function weakrefTo(
  vm: Machine,
  target: HeapObject,
  callback: PyObject | null,
  proxy = false,
  type: PyType = proxy ? ProxyType : WeakrefType,
  key: PyObject | null = null,
): PyWeakref {
  const plain = callback === null && (proxy || type === WeakrefType);
  const shared = plain ? sharedWeakref(target, proxy) : null;
  if (shared !== null) {
    shared.rc++;
    return shared;
  }
  const made = vm.heap.add(new PyWeakref(target, callback, proxy, type, key));
  target.weakrefs ??= [];
  const list = target.weakrefs as PyWeakref[];
  // To find it in the list again, when it goes, is work as well.
  vm.charge(0, list.length >> 3);
  let at = 0;
  if (!plain || proxy) while (list[at] !== undefined && isShared(list[at] as PyWeakref, false)) at++;
  if (!plain) while (list[at] !== undefined && isShared(list[at] as PyWeakref, true)) at++;
  list.splice(at, 0, made);
  return made;
}

/** Let go of the target (clear_weakref); the callback stays. */
export function clearWeakref(r: PyWeakref): void {
  const list = r.target?.weakrefs ?? null;
  if (list === null) return;
  list.splice(list.indexOf(r), 1);
  if (list.length === 0 && r.target !== null) r.target.weakrefs = null;
  r.target = null;
  r.dirty = true;
}

/** PyObject_ClearWeakRefs: clear all references to a dying object, then run the callbacks in their order. */
export function clearWeakrefs(vm: Machine, o: HeapObject): void {
  if (o.weakrefs === null) return;
  const calls: { r: PyWeakref; callback: PyObject }[] = [];
  for (const r of [...o.weakrefs] as PyWeakref[]) {
    clearWeakref(r);
    if (r.callback === null) continue;
    r.rc++;
    calls.push({ r, callback: r.callback });
    r.callback = null;
  }
  for (const { r, callback } of calls) {
    runCallback(vm, r, callback);
    vm.heap.decref(callback);
    vm.heap.decref(r);
  }
}

/** Call a callback with its weak reference; an exception ends here (PyErr_WriteUnraisable). */
export function runCallback(vm: Machine, r: PyWeakref, callback: PyObject): void {
  unraisable(vm, () => vm.heap.decref(vm.call(callback, [r])));
}

/** Run code of the program whose exception nobody can catch: CPython prints it to standard error. */
export function unraisable(vm: Machine, run: () => void): void {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof Raised)) throw thrown;
    vm.heap.decref(thrown.exception);
  }
}

/** Whether objects of this kind can be weakly referenced. */
export const supportsWeakrefs = (o: PyObject): o is HeapObject =>
  o instanceof HeapObject && o.id !== 0 && (o.type.hasWeakrefs || o.kind === 'type');

/** What a weak reference points to now: a new reference, or None. */
export function referent(r: PyWeakref): PyObject {
  const o = r.target;
  if (o === null) return None;
  o.rc++;
  return o;
}
