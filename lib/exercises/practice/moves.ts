/** The statements of practice programs. A move writes one where it makes sense, and says whether it did. */
import type { PracticeConcept } from './concepts';
import type { Draft, Thing } from './draft';

export type Move = (draft: Draft) => boolean;

/** Binds a new name to a new list. */
export const makeList: Move = (draft) => {
  const name = draft.newName();
  if (name === undefined) return false;
  const length = draft.number(2, 3);
  draft.names.set(name, { type: 'list', length });
  draft.add(`${name} = [${draft.numbers(length)}]`);
  return true;
};

/** Binds a new name to a new array. */
export const makeArray: Move = (draft) => {
  const name = draft.newName();
  if (name === undefined) return false;
  const length = draft.pick([4, 6]) ?? 4;
  draft.imports.add('import numpy as np');
  draft.names.set(name, { type: 'array', length, buffer: {} });
  draft.add(`${name} = np.array([${draft.numbers(length)}])`);
  return true;
};

const alias: Move = (draft) => {
  const from = draft.pick(draft.named('list', 'array', 'grid', 'box'));
  const name = from === undefined ? undefined : draft.newName();
  if (from === undefined || name === undefined) return false;
  draft.names.set(name, draft.thing(from));
  draft.add(`${name} = ${from}`, 'aliasing', 'reference-counts');
  return true;
};

/** Writes into something, by preference into what is seen elsewhere as well. */
const write: Move = (draft) => {
  const types = ['list', 'array', 'grid'] as const;
  const shared = draft.shared(...types);
  const name = draft.pick(shared.length > 0 ? shared : draft.named(...types));
  if (name === undefined) return false;
  const { shape, length } = draft.thing(name);
  const place =
    shape === undefined
      ? String(draft.number(0, length - 1))
      : `${draft.number(0, shape[0] - 1)}, ${draft.number(0, shape[1] - 1)}`;
  draft.add(`${name}[${place}] = ${draft.fresh()}`, 'in-place');
  return true;
};

const append: Move = (draft) => {
  const shared = draft.shared('list');
  const name = draft.pick(shared.length > 0 ? shared : draft.named('list'));
  if (name === undefined) return false;
  draft.thing(name).length += 1;
  draft.add(`${name}.append(${draft.fresh()})`, 'in-place');
  return true;
};

const augment: Move = (draft) => {
  const shared = draft.shared('list', 'array');
  const name = draft.pick(shared.length > 0 ? shared : draft.named('list', 'array'));
  if (name === undefined) return false;
  const thing = draft.thing(name);
  if (thing.type === 'list') thing.length += 1;
  const by = thing.type === 'list' ? `[${draft.fresh()}]` : draft.number(2, 9);
  draft.add(`${name} += ${by}`, 'augmented-assignment', 'in-place');
  return true;
};

/** `x = x + …` makes a new object, and leaves the other names with the old one. */
const plus: Move = (draft) => {
  const name = draft.pick(draft.shared('list', 'array'));
  if (name === undefined) return false;
  const { type, length } = draft.thing(name);
  const more = type === 'list' ? 1 : 0;
  draft.names.set(name, type === 'list' ? { type, length: length + more } : { type, length, buffer: {} });
  draft.add(
    `${name} = ${name} + ${type === 'list' ? `[${draft.fresh()}]` : draft.number(2, 9)}`,
    'rebinding',
  );
  return true;
};

/** Binds a name to what another refers to, or to None. */
const rebind: Move = (draft) => {
  const name = draft.pick(draft.shared('list', 'array', 'grid', 'box'));
  if (name === undefined) return false;
  const own = draft.thing(name);
  const others = draft.named('list', 'array').filter((other) => draft.thing(other) !== own);
  const other = draft.pick(others);
  if (other === undefined || draft.number(0, 2) === 0) {
    draft.names.delete(name);
    draft.add(`${name} = None`, 'rebinding', 'reference-counts');
    return true;
  }
  draft.names.set(name, draft.thing(other));
  draft.add(`${name} = ${other}`, 'rebinding', 'aliasing', 'reference-counts');
  return true;
};

const remove: Move = (draft) => {
  const shared = draft.shared('list', 'array', 'grid', 'box');
  const name = draft.pick(shared);
  if (name === undefined || draft.names.size < 2) return false;
  draft.names.delete(name);
  draft.add(`del ${name}`, 'del', 'reference-counts');
  return true;
};

const slice: Move = (draft) => {
  const from = draft.pick(draft.named('array').filter((name) => draft.thing(name).length >= 3));
  const name = from === undefined ? undefined : draft.newName();
  if (from === undefined || name === undefined) return false;
  const { length, buffer } = draft.thing(from);
  const begin = draft.number(0, length - 2);
  const end = draft.number(begin + 2, length);
  if (end - begin === length) return false;
  draft.names.set(name, { type: 'array', length: end - begin, ...(buffer === undefined ? {} : { buffer }) });
  draft.add(`${name} = ${from}[${begin === 0 ? '' : begin}:${end === length ? '' : end}]`, 'views');
  return true;
};

const reshape: Move = (draft) => {
  const from = draft.pick(draft.named('array').filter((name) => draft.thing(name).length % 2 === 0));
  const name = from === undefined ? undefined : draft.newName();
  if (from === undefined || name === undefined) return false;
  const { length, buffer } = draft.thing(from);
  const turned = draft.number(0, 1) === 1;
  const columns = length / 2;
  const shape: readonly [number, number] = turned ? [columns, 2] : [2, columns];
  draft.names.set(name, { type: 'grid', length, shape, ...(buffer === undefined ? {} : { buffer }) });
  draft.add(`${name} = ${from}.reshape(2, ${columns})${turned ? '.T' : ''}`, 'reshape');
  return true;
};

const fancy: Move = (draft) => {
  const from = draft.pick(draft.named('array').filter((name) => draft.thing(name).length >= 3));
  const name = from === undefined ? undefined : draft.newName();
  if (from === undefined || name === undefined) return false;
  const places = draft.shuffle(Array.from({ length: draft.thing(from).length }, (_, index) => index));
  const chosen = places.slice(0, 2).sort((a, b) => a - b);
  draft.names.set(name, { type: 'array', length: 2, buffer: {} });
  draft.add(`${name} = ${from}[[${chosen.join(', ')}]]`, 'fancy-indexing');
  return true;
};

const copy: Move = (draft) => {
  const from = draft.pick(draft.named('list', 'array', 'box'));
  const name =
    from === undefined ? undefined : draft.newName(draft.thing(from).type === 'box' ? 'box' : 'thing');
  if (from === undefined || name === undefined) return false;
  const { type, length, slots } = draft.thing(from);
  const how =
    type === 'array' ? `${from}.copy()` : draft.pick([`${from}.copy()`, `list(${from})`, `${from}[:]`]);
  const own = type === 'array' ? { buffer: {} } : slots === undefined ? {} : { slots: [...slots] };
  draft.names.set(name, { type, length, ...own });
  draft.add(`${name} = ${how}`, 'copies');
  return true;
};

/** A list that refers to things. */
const box: Move = (draft) => {
  const things = draft.named('list', 'array');
  const name = things.length === 0 ? undefined : draft.newName('box');
  const [first, second] = [draft.pick(things), draft.pick(things)];
  if (name === undefined || first === undefined || second === undefined) return false;
  draft.names.set(name, { type: 'box', length: 2, slots: [draft.thing(first), draft.thing(second)] });
  draft.add(`${name} = [${first}, ${second}]`, 'containers', 'reference-counts');
  return true;
};

const repeat: Move = (draft) => {
  const thing = draft.pick(draft.named('list'));
  const name = thing === undefined ? undefined : draft.newName('box');
  if (name === undefined || thing === undefined) return false;
  const count = draft.number(2, 3);
  const slots = Array.from({ length: count }, () => draft.thing(thing));
  draft.names.set(name, { type: 'box', length: count, slots });
  draft.add(`${name} = [${thing}] * ${count}`, 'repetition', 'containers');
  return true;
};

/** Changes a box, or something through it. */
const useBox: Move = (draft) => {
  const name = draft.pick(draft.named('box'));
  if (name === undefined) return false;
  const { slots = [] } = draft.thing(name);
  const place = draft.number(0, Math.max(0, slots.length - 1));
  const inner = slots[place];
  const act = draft.number(0, 3);
  if (act <= 1 && inner) {
    const index = draft.number(0, inner.length - 1);
    draft.add(`${name}[${place}][${index}] = ${draft.fresh()}`, 'containers', 'in-place');
  } else if (act === 2 && slots.length > 1) {
    slots.pop();
    draft.add(`${name}.pop()`, 'containers', 'reference-counts');
  } else {
    const thing = draft.pick(draft.named('list', 'array'));
    if (thing === undefined || slots.length === 0) return false;
    slots.push(draft.thing(thing));
    draft.add(`${name}.append(${thing})`, 'containers', 'reference-counts');
  }
  return true;
};

const loop: Move = (draft) => {
  const name = draft.pick(
    draft.named('box').filter((one) => (draft.thing(one).slots ?? []).every((slot) => slot !== null)),
  );
  if (name === undefined || draft.used.has('loops')) return false;
  const variable = draft.newName();
  if (variable === undefined) return false;
  const body = draft.pick([`${variable}[0] = ${draft.fresh()}`, `${variable}[0] += ${draft.number(1, 9)}`]);
  draft.add(`for ${variable} in ${name}:\n    ${body}`, 'loops', 'in-place');
  return true;
};

const functionNames = ['change', 'update', 'mark', 'adjust'];
const parameters = ['p', 'given', 'values', 'target'];

const call: Move = (draft) => {
  const argument = draft.pick(draft.named('list', 'array'));
  const [name, parameter] = [draft.pick(functionNames), draft.pick(parameters)];
  if (argument === undefined || draft.functions.length > 0) return false;
  const thing: Thing = draft.thing(argument);
  const index = draft.number(0, thing.length - 1);
  const body = [`${parameter}[${index}] = ${draft.fresh()}`];
  if (draft.number(0, 1) === 1) {
    body.push(
      thing.type === 'list'
        ? `${parameter} = ${parameter} + [${draft.fresh()}]`
        : `${parameter} = ${parameter} * 2`,
    );
  }
  const result = draft.newName();
  if (result === undefined) return false;
  const copied = body.length > 1;
  body.push(`return ${parameter}`);
  draft.functions.push(`def ${name}(${parameter}):\n${body.map((line) => `    ${line}`).join('\n')}`);
  draft.names.set(
    result,
    !copied
      ? thing
      : { type: thing.type, length: thing.length, ...(thing.type === 'array' ? { buffer: {} } : {}) },
  );
  draft.add(`${result} = ${name}(${argument})`, 'functions', 'in-place');
  return true;
};

/** A list that refers to itself, or two that refer to each other; then the names go, and the collector runs. */
const cycle: Move = (draft) => {
  if (draft.used.has('cycles')) return false;
  // What a box refers to lives on: a cycle of it would not be collected.
  const inBoxes = new Set([...draft.names.values()].flatMap(({ slots }) => slots ?? []));
  const free = () => draft.named('list').filter((name) => !inBoxes.has(draft.thing(name)));
  if (free().length === 0 && !makeList(draft)) return false;
  const [first, second] = [draft.pick(free()), draft.pick(free())];
  if (first === undefined || second === undefined) return false;
  const objects = new Set([draft.thing(first), draft.thing(second)]);
  const gone = [...draft.names].filter(([, thing]) => objects.has(thing)).map(([name]) => name);
  if (gone.length > 3) return false;
  draft.imports.add('import gc');
  draft.add(`${first}.append(${second})`, 'cycles', 'reference-counts');
  if (first !== second && objects.size > 1) draft.add(`${second}.append(${first})`, 'cycles');
  for (const name of gone) {
    draft.names.delete(name);
    draft.add(`del ${name}`, 'del');
  }
  draft.add('gc.collect()', 'cycles');
  return true;
};

/** What each concept asks for, in this order; of several moves at one place, any. */
export const wanted: Readonly<Record<PracticeConcept, readonly (readonly Move[])[]>> = {
  aliasing: [[alias], [write, append, augment]],
  'augmented-assignment': [[alias], [augment]],
  containers: [[box], [useBox]],
  copies: [[copy], [write, append]],
  cycles: [[cycle]],
  del: [[alias, box], [remove]],
  'fancy-indexing': [[fancy], [write]],
  functions: [[call]],
  'in-place': [[alias], [write, append]],
  loops: [[box, repeat], [loop]],
  rebinding: [[alias], [rebind, plus]],
  'reference-counts': [
    [alias, box],
    [remove, rebind, useBox],
  ],
  repetition: [[repeat], [useBox]],
  reshape: [[reshape], [write]],
  views: [[slice], [write]],
};

/** Statements that lengthen a program of any concept. */
export const fillers: readonly Move[] = [alias, write, append, plus, rebind, remove, copy];

/** Concepts that are about arrays, and those that are about lists alone. */
export const aboutArrays: ReadonlySet<PracticeConcept> = new Set(['views', 'reshape', 'fancy-indexing']);
export const aboutLists: ReadonlySet<PracticeConcept> = new Set(['cycles', 'repetition', 'loops']);
