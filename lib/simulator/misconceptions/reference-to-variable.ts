import { Op } from '../bytecode/opcodes';
import type { Runtime } from '../machine/runtime';
import { DELETES, result, STORES } from './bending/stack';
import { type Variable, variableNow, variableOf } from './bending/variables';
import type { Misconception } from './misconception';

const LOADS: ReadonlySet<number> = new Set([Op.LOAD_NAME, Op.LOAD_FAST, Op.LOAD_GLOBAL, Op.LOAD_DEREF]);

/** Which variables follow which, within one namespace or frame. */
class Followers {
  private readonly homes = new WeakMap<object, Map<string, Map<string, Variable>>>();

  private of(variable: Variable): Map<string, Variable> {
    let names = this.homes.get(variable.home);
    if (names === undefined) {
      names = new Map();
      this.homes.set(variable.home, names);
    }
    let found = names.get(variable.name);
    if (found === undefined) {
      found = new Map();
      names.set(variable.name, found);
    }
    return found;
  }
  /** From now on it is a variable of its own. */
  release(variable: Variable): void {
    for (const followers of this.homes.get(variable.home)?.values() ?? []) followers.delete(variable.name);
  }
  add(leader: Variable, follower: Variable): void {
    if (!this.all(follower).some(({ name }) => name === leader.name))
      this.of(leader).set(follower.name, follower);
  }
  /** All that follow, directly or through others. */
  all(variable: Variable): Variable[] {
    const found = new Map<string, Variable>();
    const visit = (one: Variable): void => {
      for (const follower of this.of(one).values()) {
        if (found.has(follower.name) || follower.name === variable.name) continue;
        found.set(follower.name, follower);
        visit(follower);
      }
    };
    visit(variable);
    return [...found.values()];
  }
}

function setAll(vm: Runtime, variables: readonly Variable[], value: Variable['value']): void {
  for (const variable of variables) {
    if (value !== null) value.rc++;
    const old = variable.set(value);
    if (old !== null) vm.heap.decref(old);
  }
}

/** Bends STORE_NAME and DELETE_NAME: a name that was bound by `b = a` goes where `a` goes. */
export const referenceToVariable: Misconception = {
  id: 'ReferenceToVariable',
  title: 'A name refers to another name',
  belief: '`b = a` ties `b` to the name `a`: when `a` is bound to something else, `b` follows.',
  refutation:
    'A name refers to an object, never to another name: `b = a` looks up the object of `a` once and binds `b` to it. Binding `a` again later, or deleting it, leaves `b` where it is.',
  snippet: 'a = [1]\nb = a\na = [2]\nprint(b)\n',
  bend: (machine) => {
    const followers = new Followers();
    machine.around(STORES, (vm, frame, operand, truly) => {
      const { opcodes, operands } = frame.code;
      const at = frame.pc - 2;
      const stored = variableNow(frame, operand);
      const value = result(frame);
      const load = opcodes[at] as number;
      const from = LOADS.has(load) ? variableOf(frame, load, operands[at] as number) : null;
      truly();
      if (stored === null) return;
      followers.release(stored);
      if (from !== null && from.home === stored.home && from.name !== stored.name)
        followers.add(from, stored);
      setAll(vm, followers.all(stored), value);
    });
    machine.around(DELETES, (vm, frame, operand, truly) => {
      const deleted = variableNow(frame, operand);
      truly();
      if (deleted === null) return;
      setAll(vm, followers.all(deleted), null);
      followers.release(deleted);
    });
  },
};
