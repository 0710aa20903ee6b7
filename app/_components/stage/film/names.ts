import type { FrameRecord, MemoryState, ObjectId, Value } from '@/lib/simulator';
import type { NameState } from './film';

/** A name of a frame: what it refers to, as an object or as the text of a value without identity. */
export interface Binding {
  readonly key: string;
  readonly name: string;
  readonly frame: number;
  readonly target: ObjectId | null;
  readonly text: string;
}

/** Names of modules, and those that Python itself puts into a module, say nothing about a program's memory. */
const NOT_DRAWN = /^<module /;
const PYTHONS_OWN = /^__\w+__$/;

export function frameLabel(frame: FrameRecord): string {
  return frame.fn.startsWith('<') ? frame.fn : `${frame.fn}()`;
}

/** All bindings of a state, frame by frame. A name that lives in a cell refers to the cell: that is what the frame holds. */
export function bindingsOf(state: MemoryState): Binding[] {
  return state.step.frames.flatMap((frame) =>
    Object.entries(frame.names).flatMap(([name, value]): Binding[] => {
      const cell = frame.cells[name];
      if (cell === undefined && (value === null || isHidden(name, value))) return [];
      const target = cell ?? (typeof value === 'number' ? value : null);
      const text = target === null && typeof value === 'string' ? value : '';
      return [{ key: `${frame.id}:${name}`, name, frame: frame.id, target, text }];
    }),
  );
}

function isHidden(name: string, value: Value): boolean {
  return typeof value === 'string' && (NOT_DRAWN.test(value) || PYTHONS_OWN.test(name));
}

/** Follows the names from scene to scene: what is new, what was removed and when. */
export class NameTracker {
  private readonly states = new Map<string, NameState>();

  advance(
    n: number,
    bindings: readonly Binding[],
    via: string | null,
    hueOf: (id: ObjectId) => number,
  ): NameState[] {
    const bound = new Map(bindings.map((binding) => [binding.key, binding]));
    for (const [key, old] of this.states) {
      if (bound.has(key)) continue;
      const next = removed(old, n);
      if (next !== old) this.states.set(key, next);
    }
    for (const [key, binding] of bound) {
      const old = this.states.get(key);
      const same = old?.status === 'bound' && old.target === binding.target && old.text === binding.text;
      const state: NameState = {
        key,
        status: 'bound',
        target: binding.target,
        text: binding.text,
        hue: binding.target === null ? 0 : hueOf(binding.target),
        isNew: !same && n > 0,
        via: key === via,
        removed: null,
      };
      this.states.set(key, old && equal(old, state) ? old : state);
    }
    return [...this.states.values()];
  }
}

function removed(old: NameState, n: number): NameState {
  if (old.status === 'gone') return old;
  if (old.status === 'cut') return { ...old, status: 'gone', isNew: false, via: false };
  return { ...old, status: 'cut', text: '', isNew: false, via: false, removed: n };
}

function equal(a: NameState, b: NameState): boolean {
  return (Object.keys(a) as (keyof NameState)[]).every((field) => a[field] === b[field]);
}
