/** The fields of each kind of object in format 1. */
import { elementsOf } from '../elements';
import { sizeOf } from '../layout';
import type {
  ArrayRecord,
  ExceptionRecord,
  FunctionRecord,
  GeneratorRecord,
  ObjectRecord,
  Value,
} from '../records';
import type { FormatRecord, FormatValue } from './event';
import type { Walk } from './walk';
import { byCodePoint, byName } from './walk';

/** Arrays with more elements are shown without them. */
const SHOWN = 100;

export function describe(walk: Walk, record: ObjectRecord): FormatRecord {
  switch (record.kind) {
    case 'ndarray':
      return withAttributes(walk, record, array(walk, record));
    case 'list':
    case 'tuple':
      return withAttributes(walk, record, { t: record.kind, items: walk.refs(record.items, 'item') });
    case 'dict': {
      const items = record.entries.map((pair) => walk.refs(pair, 'item'));
      return withAttributes(walk, record, { t: 'dict', items });
    }
    case 'set':
    case 'frozenset': {
      const items = walk.refs(inOrderOfText(walk, record.items), 'item');
      return withAttributes(walk, record, { t: record.kind, items });
    }
    case 'object':
      return withAttributes(walk, record, { t: 'object', attrs: {} });
    case 'class':
      return { t: 'class', name: record.name, attrs: classAttributes(walk, record) };
    case 'function':
      return withAttributes(walk, record, func(walk, record));
    case 'cell':
      return { t: 'cell', value: walk.contents(record.id) };
    case 'method': {
      const self = walk.ref(record.self, 'self');
      const named = { t: 'method', name: record.name, self };
      return record.func === undefined ? named : { ...named, func: walk.ref(record.func, 'func') };
    }
    case 'generator':
      return generator(walk, record);
    case 'weakref':
      walk.later(record.callback, 'callback');
      return { t: 'weakref', to: walk.ref(record.to, null) };
    case 'exception':
      return exception(walk, record);
    case 'void':
      return { t: 'void', value: record.text, base: walk.ref(record.holds[0]?.value ?? 'None', 'base') };
    case 'bytearray':
      return { t: 'bytearray', data: JSON.parse(record.text ?? '[]') };
    case 'other':
      // A finalizer is held by the library's registry, which nobody sees.
      if (record.what !== 'finalize') walk.laterReferents(record, 'other');
      return { t: 'other', cls: record.qualified };
  }
}

/** The class and the attributes of an instance of a class of the snippet, and of functions. */
function withAttributes(walk: Walk, record: ObjectRecord, made: FormatRecord): FormatRecord {
  const own = record.dictId;
  const fields: Record<string, unknown> = {};
  if (record.cls !== undefined) fields.cls = record.cls;
  if (record.attrs !== undefined)
    fields.attrs = walk.refsByName(record.attrs, own === undefined ? 'attr' : null);
  if (own !== undefined) walk.later(own, 'attr');
  return { ...made, ...fields };
}

function array(walk: Walk, a: ArrayRecord): FormatRecord {
  let root = a;
  for (;;) {
    const base = typeof root.base === 'number' ? walk.state.objects.get(root.base) : undefined;
    if (base?.kind !== 'ndarray') break;
    root = base;
  }
  const { flags } = a;
  const letters = [flags.c && 'C', flags.f && 'F', flags.owns && 'O', flags.writeable && 'W'];
  const made: FormatRecord = {
    t: 'ndarray',
    dtype: a.dtype,
    shape: a.shape,
    strides: a.strides,
    flags: letters.filter((letter) => letter !== false).join(''),
    base: walk.ref(a.base, 'base'),
    off: a.offset - root.offset,
  };
  if (sizeOf(a) > SHOWN) return made;
  const by = a.dtype === 'object' && a.base === 'None' ? 'item' : null;
  return { ...made, data: walk.refs(elementsOf(walk.state, a) ?? [], by) };
}

function func(walk: Walk, f: FunctionRecord): FormatRecord {
  const made: Record<string, unknown> & { t: string } = { t: 'function', name: f.name, line: f.line };
  if (f.defaults.length > 0) made.defaults = walk.refs(f.defaults, 'default');
  const cells = Object.entries(f.closure).sort(byName);
  // The recorder visits the cells in the order of the code's free variables, which is that of their names.
  if (cells.length > 0)
    made.closure = Object.fromEntries(cells.map(([name, cell]) => [name, walk.cell(cell)]));
  return made;
}

function classAttributes(walk: Walk, record: ObjectRecord): Record<string, string> {
  return walk.refsByName(
    record.attrs ?? {},
    'attr',
    (name, value) => !name.startsWith('__') || isFunction(walk, value),
  );
}

const isFunction = (walk: Walk, value: Value): boolean =>
  typeof value === 'number'
    ? walk.state.objects.get(value)?.kind === 'function'
    : value.startsWith('<function ');

function generator(walk: Walk, g: GeneratorRecord): FormatRecord {
  let vars: Record<string, FormatValue> = {};
  if (g.frame !== null) {
    vars = walk.variables({ ...g.frame, id: -1 });
    walk.frameHolds({ ...g.frame, opaque: false });
  }
  return { t: 'generator', name: g.name, vars };
}

function exception(walk: Walk, e: ExceptionRecord): FormatRecord {
  for (const held of e.holds) walk.later(held.value, 'exception');
  const made: FormatRecord = { t: 'exception', cls: e.cls, args: walk.refs(e.args, null) };
  if (e.dictId !== undefined) walk.later(e.dictId, 'exception');
  else for (const value of Object.values(e.attrs ?? {})) walk.later(value, 'exception');
  return e.attrs === undefined ? made : { ...made, attrs: walk.refsByName(e.attrs, null) };
}

/** As Python sorts the texts of the elements; objects that have no id yet come in no order of their own. */
function inOrderOfText(walk: Walk, items: readonly Value[]): readonly Value[] {
  const text = (value: Value): string =>
    typeof value === 'string' ? value : `@${walk.known.has(value) ? `o${walk.known.get(value)}` : ''}`;
  return [...items].sort((a, b) => byCodePoint(text(a), text(b)));
}
