/** What a step did, in sentences: the act, then its effect. */
import type { ObjectId } from '../records';
import { valueText } from '../value-text';
import { listed, say } from './messages';
import { article, counted, type Scene } from './scene';

/** The sentences for one step, never empty. */
export function effectSentences(scene: Scene): string[] {
  const { step, code } = scene;
  if (step.stmt === 'end') return [say('end'), ...freedSentences(scene)];
  const told: string[] = [...frames(scene)];
  if (step.stmt === 'Return') told.push(returned(scene));
  told.push(...names(scene), ...writes(scene), ...freedSentences(scene), ...printed(scene));
  if (told.length > 0) return told;
  return [say(code.startsWith('gc.collect') ? 'collectorNothing' : 'nothing', { code })];
}

function frames(scene: Scene): string[] {
  const now = scene.step.frames;
  const then = scene.before.step.frames;
  const top = now.at(-1);
  if (top !== undefined && top.id !== 0 && !then.some((frame) => frame.id === top.id))
    return [say(scene.isClassBody(top) ? 'classBody' : 'call', { fn: top.fn })];
  const ended = then.at(-1);
  if (ended !== undefined && ended.id !== 0 && !now.some((frame) => frame.id === ended.id))
    return [say(scene.step.stmt === 'ClassDef' ? 'classBodyEnded' : 'called', { fn: ended.fn })];
  return [];
}

function returned(scene: Scene): string {
  const { returned: value, fn } = scene.step;
  return value === null || value === 'None'
    ? say('returnsNothing', { fn })
    : say('returns', { fn, value: typeof value === 'number' ? scene.thing(value) : value });
}

/** Names bound and removed by the statement: those of the frame that it ran in. */
function names(scene: Scene): string[] {
  const { step, code } = scene;
  const frame = step.frames.at(-1)?.id ?? 0;
  const told: string[] = [];
  for (const event of scene.all('bind')) {
    if (event.frame !== frame) continue;
    told.push(bound(scene, event.name, event.value));
    if (typeof event.before === 'number' && !scene.wasFreed(event.before)) {
      told.push(say('leaves', { name: event.name, kind: scene.kind(event.before) }));
      told.push(...stays(scene, event.before));
    } else if (typeof event.before === 'number')
      told.push(say('leaves', { name: event.name, kind: scene.kind(event.before) }));
  }
  for (const event of scene.all('unbind')) {
    if (event.frame !== frame) continue;
    if (step.stmt === 'Delete') told.push(say('removes', { code, name: event.name }));
    const { before } = event;
    if (step.stmt === 'Delete' && typeof before === 'number') told.push(...stays(scene, before));
  }
  return told;
}

/** Why an object is still there after a name of it has gone. */
function stays(scene: Scene, id: ObjectId): string[] {
  if (!scene.after.objects.has(id)) return [];
  const kind = scene.kind(id);
  const only = scene.names(id).length === 0 ? scene.soleKeeper(id) : null;
  return [only === id ? say('staysItself', { kind }) : say('stays', { kind, holders: scene.keepers(id) })];
}

function bound(scene: Scene, name: string, value: ObjectId | string): string {
  const { code, step } = scene;
  if (!scene.binds(name))
    return say('refers', { name, value: typeof value === 'number' ? scene.plainThing(value, name) : value });
  if (typeof value === 'string')
    return value.startsWith('<module')
      ? say('import', { code, name })
      : say('bindValue', { code, name, value });
  const record = scene.record(value);
  if (record?.kind === 'function' && step.stmt.endsWith('FunctionDef')) return say('define', { code, name });
  if (record?.kind === 'class') return say('defineClass', { code, name });
  const others = scene.names(value).filter((other) => other !== name);
  if (others.length > 0 && !scene.isNew(value))
    return say('bindSame', { code, name, kind: scene.kind(value), other: listed(others) });
  if (record?.kind === 'ndarray' && typeof record.base === 'number' && scene.isNew(value)) {
    const base = scene.name(record.base);
    if (base !== undefined) return say('bindView', { code, name, base });
    const sharing = viewNames(scene, record.buffer, value);
    return sharing.length === 0
      ? say('bindViewHidden', { code, name })
      : say('bindViewShared', { code, name, others: listed(sharing) });
  }
  if (scene.isNew(value)) return say('bindNew', { code, name, thing: article(scene.kind(value)) });
  const kind = scene.kind(value);
  const shown = valueText(scene.after, value);
  // The text of a function says already what it is: 'function f'.
  const thing = shown.startsWith(`${kind} `) ? `the ${shown}` : `the ${kind} ${shown}`;
  return say('bindObject', { code, name, thing });
}

/** Objects changed, and the other names through which the change shows. */
function writes(scene: Scene): string[] {
  const told: string[] = [];
  for (const { id } of scene.all('write')) {
    const record = scene.record(id);
    if (record === undefined || record.kind === 'cell' || record.kind === 'class') continue;
    const words = { code: scene.code, thing: scene.thing(id) };
    told.push(say(record.kind === 'ndarray' ? 'writeArray' : 'writeObject', words));
    const direct = scene.names(id);
    const sharing = record.kind === 'ndarray' ? viewNames(scene, record.buffer, id) : [];
    if (sharing.length > 0) told.push(say('writeViews', { names: listed([...direct, ...sharing]) }));
    else if (direct.length > 1)
      told.push(
        record.kind === 'ndarray'
          ? say('writeShared', { names: listed(direct) })
          : say('sameFor', { names: listed(direct), kind: scene.kind(id) }),
      );
  }
  return told;
}

/** Names of the other arrays on the same buffer. */
function viewNames(scene: Scene, buffer: number, owner: ObjectId): string[] {
  const found: string[] = [];
  for (const record of scene.after.objects.values())
    if (record.kind === 'ndarray' && record.buffer === buffer && record.id !== owner)
      found.push(...scene.names(record.id));
  return found;
}

/** 'array of w' where a call that has ended named it: nothing else tells which object is meant. */
function withEndedName(scene: Scene, id: ObjectId): string {
  const running = new Set(scene.after.step.frames.map((frame) => frame.id));
  const ended = scene.before.step.frames.filter((frame) => !running.has(frame.id));
  const name = ended.flatMap((frame) => Object.entries(frame.names)).find(([, value]) => value === id)?.[0];
  return name === undefined ? scene.kind(id) : `${scene.kind(id)} of ${name}`;
}

/** What was freed, and how. */
export function freedSentences(scene: Scene): string[] {
  const told: string[] = [];
  const freed = scene.all('freed').filter(({ id }) => scene.isTold(id));
  const byCount = freed.filter(({ by }) => by === 'rc').map(({ id }) => id);
  const [first, ...rest] = byCount;
  if (first !== undefined) {
    const named = byCount.find((id) => scene.name(id) !== undefined) ?? first;
    told.push(say('freedByCount', { kind: withEndedName(scene, named) }));
    const others = byCount.filter((id) => id !== named);
    if (rest.length > 0)
      told.push(
        say('alsoFreed', {
          things: `${counted(others.map((id) => scene.kind(id)))} ${others.length === 1 ? 'is' : 'are'}`,
        }),
      );
  }
  const byCollector = freed.filter(({ by }) => by === 'gc').map(({ id }) => id);
  if (byCollector.length > 0)
    told.push(
      say(byCollector.length === 1 ? 'freedByCollectorOne' : 'freedByCollector', {
        things: counted(byCollector.map((id) => scene.kind(id))),
      }),
    );
  return told;
}

function printed(scene: Scene): string[] {
  return scene.all('print').map(({ text }) => {
    const lines = text.replace(/\n$/, '').split('\n');
    return lines.length === 1
      ? say('prints', { text: `\`${lines[0]}\`` })
      : say('printsLines', { count: lines.length });
  });
}
