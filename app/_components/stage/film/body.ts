import type { ArrayRecord, ObjectId, ObjectRecord, Value } from '@/lib/simulator';
import * as words from '../../../_words';
import { placesOf, tupleText } from './elements';
import { elided, MOST_ROWS } from './elide';
import type { Body, Fact, Slot } from './film';

/** What the drawing of one object needs to know of the rest of a scene. */
export interface BodyContext {
  /** #n and hue of an object that is shown. */
  readonly label: (id: ObjectId) => { text: string; hue: number };
  /** Text of the element of an array at a byte offset. */
  readonly text: (record: ArrayRecord, offset: number) => string;
  /** Whether bytes of a buffer were written in this step. */
  readonly isWritten: (buffer: number, offset: number, size: number) => boolean;
  /** The record of the object after the step before. */
  readonly before: ObjectRecord | null;
  /** Whether the object holds another one in any scene: then its items are drawn as slots. */
  readonly holdsObjects: boolean;
  /** Labels of the slots that some step changes, the earliest first: these stay in sight. */
  readonly touched: ReadonlySet<string>;
}

const GRID_COLUMNS = 8;
const GRID_ROWS = 6;

/** The value of an object, small enough to be drawn; what is left out is marked by an ellipsis. */
export function bodyOf(record: ObjectRecord, context: BodyContext): Body {
  switch (record.kind) {
    case 'ndarray':
      return record.items && record.shape.length === 1
        ? itemsBody(record.items, context)
        : arrayBody(record, context);
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
      return itemsBody(record.items, context);
    case 'dict':
      return slotsBody(
        record.entries.map(([key, value]) => [valueText(key, context), value]),
        context,
      );
    case 'function': {
      const held = [
        ...record.defaults.map((v, i): Labelled => [`default ${i + 1}`, v]),
        ...Object.entries(record.closure),
        ...attributes(record),
      ];
      return held.length === 0
        ? { type: 'text', text: words.stage.definedAt(record.line) }
        : slotsBody(held, context);
    }
    case 'cell':
      return slotsBody(record.value === null ? [] : [[record.name, record.value]], context);
    case 'method':
      return slotsBody([['self', record.self]], context);
    case 'weakref':
      return { type: 'text', text: `→ ${valueText(record.to, context)}` };
    case 'exception':
      return slotsBody(
        [...record.args.map((v, i): Labelled => [`args[${i}]`, v]), ...attributes(record)],
        context,
      );
    case 'generator':
      return { type: 'text', text: record.state };
    case 'class':
    case 'object': {
      const held = attributes(record);
      return held.length === 0 ? { type: 'text', text: words.stage.noAttributes } : slotsBody(held, context);
    }
    default:
      return record.text !== undefined
        ? { type: 'text', text: record.text }
        : slotsBody(
            record.holds.map((held): Labelled => [held.label, held.value]),
            context,
          );
  }
}

type Labelled = readonly [string, Value];

/** What Python itself puts into a class (`__module__`, `__doc__`) says nothing about a program's memory. */
const PYTHONS_OWN = /^__\w+__$/;

function attributes(record: ObjectRecord): Labelled[] {
  return Object.entries(record.attrs ?? {})
    .filter(([name, value]) => typeof value === 'number' || !PYTHONS_OWN.test(name))
    .map(([name, value]): Labelled => [`.${name}`, value]);
}

export function valueText(value: Value, context: Pick<BodyContext, 'label'>): string {
  return typeof value === 'number' ? context.label(value).text : value;
}

function itemsBody(items: readonly Value[], context: BodyContext): Body {
  if (!context.holdsObjects && items.length <= GRID_COLUMNS) {
    const before = itemsOf(context.before);
    const cells = items.map((item, i) => ({
      text: valueText(item, context),
      now: before !== null && before[i] !== item,
    }));
    return items.length === 0
      ? { type: 'text', text: words.stage.nothing }
      : { type: 'grid', columns: items.length, cells };
  }
  return slotsBody(
    items.map((item, i) => [`[${i}]`, item]),
    context,
  );
}

function itemsOf(record: ObjectRecord | null): readonly Value[] | null {
  return record && 'items' in record && record.items ? record.items : null;
}

function slotsBody(all: readonly Labelled[], context: BodyContext): Body {
  const before = context.before ? earlier(context.before, context) : null;
  const slot = ([label, value]: Labelled): Slot => ({
    label,
    text: valueText(value, context),
    hue: typeof value === 'number' ? context.label(value).hue : 0,
    now: before !== null && before.get(label) !== valueText(value, context),
  });
  if (all.length <= MOST_ROWS) return { type: 'slots', slots: all.map(slot) };
  const touched = all.flatMap(([label], place) => (context.touched.has(label) ? [place] : []));
  const slots = elided(all.length, touched).flatMap((row): Slot[] => {
    if ('left' in row) return [{ label: '…', text: words.stage.more(row.left), hue: 0, now: false }];
    const one = all[row.slot];
    return one ? [slot(one)] : [];
  });
  return { type: 'slots', slots };
}

/** Labels of the slots that differ between two records of the same object. */
export function changedSlots(before: ObjectRecord, after: ObjectRecord): string[] {
  const [was, is] = [itemsOf(before), itemsOf(after)];
  if (was && is) return is.flatMap((value, i) => (was[i] === value ? [] : [`[${i}]`]));
  const label = (id: ObjectId) => ({ text: `#${id}`, hue: 0 });
  const old = new Map(changeable(before, { label }));
  return (changeable(after, { label }) ?? []).flatMap(([name, value]) =>
    old.get(name) === value ? [] : [name],
  );
}

/** Label and text of every slot before the step; null for kinds whose slots never change. */
function earlier(record: ObjectRecord, context: BodyContext): Map<string, string> | null {
  const pairs = changeable(record, context);
  return pairs && new Map(pairs.map(([label, value]) => [label, valueText(value, context)]));
}

function changeable(record: ObjectRecord, context: Pick<BodyContext, 'label'>): Labelled[] | null {
  switch (record.kind) {
    case 'dict':
      return record.entries.map(([key, value]): Labelled => [valueText(key, context), value]);
    case 'cell':
      return record.value === null ? [] : [[record.name, record.value]];
    case 'object':
    case 'class':
      return attributes(record);
    default:
      return itemsOf(record)?.map((value, i): Labelled => [`[${i}]`, value]) ?? null;
  }
}

function arrayBody(record: ArrayRecord, context: BodyContext): Body {
  const size = record.shape.reduce((product, length) => product * length, 1);
  if (size === 0) return { type: 'text', text: '[]' };
  const columns = record.shape.at(-1) ?? 1;
  const rows = record.shape.length > 1 ? (record.shape[0] ?? 1) : 1;
  if (record.shape.length <= 2 && columns <= GRID_COLUMNS && rows <= GRID_ROWS) {
    const cells = placesOf(record, columns * rows).map((element) => ({
      text: context.text(record, element.offset),
      now: context.isWritten(record.buffer, element.offset, 1),
    }));
    return { type: 'grid', columns, cells };
  }
  const first = placesOf(record, 3).map((element) => context.text(record, element.offset));
  const lastOffset = record.shape.reduce(
    (sum, length, axis) => sum + (length - 1) * (record.strides[axis] ?? 0),
    record.offset,
  );
  return { type: 'text', text: `${first.join('  ')}  …  ${context.text(record, lastOffset)}` };
}

/** shape, strides, base …, as NumPy's attributes tell them. */
export function factsOf(record: ObjectRecord, context: Pick<BodyContext, 'label'>): Fact[] {
  if (record.kind !== 'ndarray') return [];
  const label = words.stage.facts;
  const shape = { label: label.shape, value: tupleText(record.shape) };
  const strides = { label: label.strides, value: tupleText(record.strides) };
  const owns = { label: label.owns, value: record.flags.owns ? words.stage.yes : words.stage.no };
  if (record.flags.owns) return [shape, { label: label.dtype, value: record.dtype }, strides, owns];
  const base = { label: label.base, value: valueText(record.base, context) };
  return record.shape.length > 1 ? [shape, strides, base, owns] : [shape, base];
}

/** What kind of thing it is, for the head of its card. */
export function kindOf(record: ObjectRecord): string {
  switch (record.kind) {
    case 'ndarray':
      return record.flags.owns ? 'array' : 'view';
    case 'object':
      return record.cls;
    case 'class':
      return `class ${record.name}`;
    case 'function':
      return `function ${record.name}`;
    case 'cell':
      return `cell of ${record.name}`;
    case 'method':
      return `method ${record.name}`;
    case 'generator':
      return `generator ${record.name}`;
    case 'exception':
      return record.cls;
    case 'weakref':
      return 'weak reference';
    case 'other':
      return record.what;
    default:
      return record.cls ?? record.kind;
  }
}
