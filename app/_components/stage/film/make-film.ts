import type { ArrayRecord, Holder, MemoryState, ObjectId, Step, Trace } from '@/lib/simulator';
import { holders as holdersOf, narrate, stateAt } from '@/lib/simulator/browser';
import type { EventKind } from '../../ui/event-mark';
import { actOf } from './act';
import { type Casting, castingOf, linkKey, weakPointer } from './casting';
import { textAt } from './elements';
import { endingOf } from './ending';
import type {
  ArrowState,
  BufferState,
  Film,
  LaneState,
  NameState,
  ObjectRole,
  ObjectState,
  Scene,
} from './film';
import { marksOf } from './marks';
import { bufferState, isDrawable, isWritten, laneState, type Written, writtenIn } from './memory';
import { bindingsOf, NameTracker } from './names';
import { ghostState, isStill, liveState, SinceTracker, sameHolders, unreachable } from './objects';
import { scratchOf } from './scratch';
import { Sharing } from './sharing';
import { sceneSteps } from './steps';
import { viaOf } from './via';

/** Everything that the stage draws for a trace, scene by scene. Pure: the same trace gives the same film. */
export function makeFilm(trace: Trace): Film {
  const steps = sceneSteps(trace);
  const casting = castingOf(trace, steps);
  const camera = new Camera(trace, casting);
  const scenes = steps.map((_, n) => camera.shoot(n));
  return { source: trace.source, cast: casting.cast, scenes, ending: endingOf(trace) };
}

type Held = ReturnType<typeof holdersOf>;

class Camera {
  private readonly roles: ReadonlyMap<ObjectId, ObjectRole>;
  private readonly names = new NameTracker();
  private readonly since = new SinceTracker();
  private readonly ghosts = new Map<ObjectId, ObjectState>();
  private readonly lines: readonly string[];
  private readonly sharing = new Sharing();
  private readonly drawn = new Map<ObjectId, { state: ObjectState; holders: readonly Holder[] }>();
  private before: MemoryState | null = null;
  private heldBefore: Held = new Map();
  private links = new Set<string>();
  private output = '';

  constructor(
    private readonly trace: Trace,
    private readonly casting: Casting,
  ) {
    this.roles = new Map(casting.cast.objects.map((role) => [role.id, role]));
    this.lines = trace.source.split('\n');
  }

  /** The scene after step `n`; called once for each, in order. */
  shoot(n: number): Scene {
    const { steps } = this.casting;
    const at = steps[n] ?? 0;
    const passed = this.trace.steps.slice(n === 0 ? 0 : (steps[n - 1] ?? 0), at);
    const state = stateAt(this.trace, at);
    const written = n === 0 ? new Map() : writtenIn(passed);
    const held = holdersOf(state);
    const holders = (id: ObjectId) => held.get(id) ?? [];
    this.since.advance(n, state, holders);
    this.output += passed.map((step) => step.out).join('');
    const code = n === 0 ? '' : this.codeOf(state.step);
    const via = n === 0 ? null : viaOf(code, state, written);
    const names = this.names.advance(n, bindingsOf(state), via, (id) => this.roles.get(id)?.hue ?? 0);
    const objects = this.objects(n, state, holders, written, passed);
    const links = this.linksOf(state, held, n);
    const lanes = this.lanesOf(state, written, names, via);
    const marks: readonly EventKind[] =
      n === 0 ? ['start'] : marksOf({ names, objects, links, state, before: this.before, written, passed });
    const told = narrate(this.trace, at);
    const next = this.trace.steps[(steps[n + 1] ?? 0) - 1]?.span?.line ?? null;
    const scene: Scene = {
      n,
      line: n === 0 ? null : (state.step.span?.line ?? null),
      next,
      code,
      act: actOf(code, state.step.stmt, marks, names),
      say: this.renumbered(told.say),
      more: this.renumbered(told.more),
      marks,
      output: this.output,
      names,
      objects,
      links,
      buffers: this.buffersOf(state, written),
      lanes,
      frames: state.step.frames.map((frame) => frame.id),
    };
    this.before = state;
    this.heldBefore = held;
    return this.sharing.of(scene);
  }

  private codeOf(step: Step): string {
    const { span } = step;
    if (!span) return '';
    const line = this.lines[span.line - 1] ?? '';
    return span.line === span.endLine
      ? line.slice(span.column, span.endColumn)
      : `${line.slice(span.column)} …`;
  }

  private label = (id: ObjectId) => {
    const role = this.roles.get(id);
    return role ? { text: `#${role.number}`, hue: role.hue } : { text: '…', hue: 0 };
  };

  /** The numbers of a trace count objects that are never shown: sentences, code apart, say those that people see. */
  private renumbered(text: string): string {
    const number = (part: string) => part.replace(/#(\d+)/g, (_, id: string) => this.label(Number(id)).text);
    return text
      .split('`')
      .map((part, i) => (i % 2 === 1 ? part : number(part)))
      .join('`');
  }

  private objects(
    n: number,
    state: MemoryState,
    holders: (id: ObjectId) => ReturnType<ReturnType<typeof holdersOf>['get']> & object,
    written: Written,
    passed: readonly Step[],
  ): ObjectState[] {
    const waiting = unreachable(state, holders);
    const how = new Map(passed.flatMap((step) => step.freed.map((freed) => [freed.id, freed.by])));
    return this.casting.cast.objects.flatMap((role): ObjectState[] => {
      const record = state.objects.get(role.id);
      const before = this.before?.objects.get(role.id) ?? null;
      if (!record) {
        if (before) this.ghosts.set(role.id, this.ghost(role, n, how.get(role.id) ?? 'rc', before.count));
        const ghost = this.ghosts.get(role.id);
        return ghost ? [ghost.freed?.step === n ? ghost : { ...ghost, before: null }] : [];
      }
      const list = holders(role.id);
      const cycle = waiting.has(role.id);
      const drawn = this.drawn.get(role.id);
      const still = record === before && (record.kind !== 'ndarray' || written.size === 0);
      if (still && drawn && isStill(drawn.state, cycle) && sameHolders(drawn.holders, list))
        return [drawn.state];
      const context = {
        n,
        holders: list,
        since: this.since,
        cycle,
        label: this.label,
        text: (array: ArrayRecord, offset: number) => textAt(state, array, offset),
        isWritten: (buffer: number, offset: number, size: number) => isWritten(written, buffer, offset, size),
        before,
        holdsObjects: this.casting.holding.has(role.id),
        touched: this.casting.touched.get(role.id) ?? new Set<string>(),
      };
      const live = liveState(role, record, context);
      this.drawn.set(role.id, { state: live, holders: list });
      return [live];
    });
  }

  private ghost(role: ObjectRole, n: number, by: 'rc' | 'gc', count: number | null): ObjectState {
    const collected = by === 'gc' && this.before;
    const scratch = collected ? scratchOf(role.id, collected, this.heldBefore.get(role.id)) : null;
    return ghostState(role, n, by, count, scratch);
  }

  private linksOf(state: MemoryState, held: Held, n: number): ArrowState[] {
    const drawn = new Map(this.casting.cast.links.map((link) => [link.key, link]));
    const now: string[] = [];
    for (const record of state.objects.values()) {
      const pointer = weakPointer(record);
      if (pointer && drawn.has(pointer.key)) now.push(pointer.key);
    }
    for (const [target, list] of held) {
      const seen = new Map<string, number>();
      for (const holder of list) {
        if (!('object' in holder.from)) continue;
        const key = linkKey(holder.from.object, target, holder.kind, holder.slot, seen);
        if (drawn.has(key)) now.push(key);
      }
    }
    const before = this.links;
    this.links = new Set(now);
    return now.map((key) => ({
      key,
      isNew: n > 0 && !before.has(key),
      weak: drawn.get(key)?.weak ?? false,
    }));
  }

  private buffersOf(state: MemoryState, written: Written): BufferState[] {
    return this.casting.cast.buffers
      .filter((role) => role.from <= this.sceneOf(state))
      .map((role) => bufferState(role, state, written));
  }

  private sceneOf(state: MemoryState): number {
    return this.casting.steps.indexOf(state.step.n);
  }

  private lanesOf(
    state: MemoryState,
    written: Written,
    names: readonly NameState[],
    via: string | null,
  ): LaneState[] {
    const throughView = names.find((name) => name.key === via)?.target ?? null;
    const made = this.casting.cast.lanes.filter(
      (lane) => this.before && state.objects.has(lane.object) && !this.before.objects.has(lane.object),
    );
    const focus = made.at(-1)?.object ?? throughView;
    return this.casting.cast.lanes.flatMap((lane): LaneState[] => {
      const record = state.objects.get(lane.object);
      const role = this.casting.cast.buffers.find((b) => b.id === lane.buffer);
      if (!record || !role || !isDrawable(record)) return [];
      return [laneState(record, role, written, lane.object === focus)];
    });
  }
}
