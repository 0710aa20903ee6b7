/**
 * Traces written by hand from what CPython 3.11 and NumPy 2.4 do, so that the stage is tested against the shape
 * of a trace and not against the simulator.
 */
import type { ArrayRecord, FrameRecord, ObjectRecord, Step, Trace } from '@/lib/simulator';

const int64 = (values: readonly number[]) =>
  new Uint8Array(BigInt64Array.from(values, (v) => BigInt(v)).buffer.slice(0));

export function array(id: number, count: number, more: Partial<ArrayRecord> = {}): ArrayRecord {
  return {
    kind: 'ndarray',
    id,
    count,
    dtype: 'int64',
    shape: [3],
    strides: [8],
    offset: 0,
    buffer: 1,
    base: 'None',
    flags: { c: true, f: true, owns: true, writeable: true },
    ...more,
  };
}

const view = (id: number, count: number, base: number, more: Partial<ArrayRecord>): ArrayRecord =>
  array(id, count, { base, flags: { c: false, f: false, owns: false, writeable: true }, ...more });

function module(names: FrameRecord['names'], more: Partial<FrameRecord> = {}): FrameRecord {
  return {
    id: 0,
    fn: '<module>',
    line: 1,
    func: null,
    names,
    cells: {},
    stack: [],
    object: null,
    opaque: false,
    ...more,
  };
}

interface Part {
  readonly line: number;
  readonly stmt?: string;
  readonly names: FrameRecord['names'];
  readonly frames?: readonly FrameRecord[];
  readonly changed?: readonly ObjectRecord[];
  readonly freed?: Step['freed'];
  readonly buffers?: Step['buffers'];
  readonly writes?: Step['writes'];
  readonly out?: string;
}

/** A trace of one-line statements; the module `np` stays bound throughout. */
export function traceOf(source: string, parts: readonly Part[]): Trace {
  const lines = source.split('\n');
  const steps = parts.map(
    (part, i): Step => ({
      n: i + 1,
      span: { line: part.line, column: 0, endLine: part.line, endColumn: lines[part.line - 1]?.length ?? 0 },
      stmt: part.stmt ?? 'Assign',
      fn: '<module>',
      out: part.out ?? '',
      frames: [module({ np: "<module 'numpy'>", ...part.names }), ...(part.frames ?? [])],
      returned: null,
      handled: [],
      changed: part.changed ?? [],
      freed: part.freed ?? [],
      buffers: part.buffers ?? [],
      writes: part.writes ?? [],
    }),
  );
  return { format: 1, source, steps, ending: { type: 'finished' }, constants: {} };
}

const importing: Part = { line: 1, stmt: 'Import', names: {} };

export const alias = traceOf(
  'import numpy as np\nA = np.array([1, 2, 3])\nB = A\nB[0] = 10\ndel A\ndel B\n',
  [
    importing,
    {
      line: 2,
      names: { A: 2 },
      changed: [array(2, 1)],
      buffers: [{ buffer: 1, owner: 2, bytes: int64([1, 2, 3]) }],
    },
    { line: 3, names: { A: 2, B: 2 }, changed: [array(2, 2)] },
    {
      line: 4,
      names: { A: 2, B: 2 },
      writes: [{ buffer: 1, offset: 0, before: int64([1]), after: int64([10]) }],
    },
    { line: 5, stmt: 'Delete', names: { B: 2 }, changed: [array(2, 1)] },
    { line: 6, stmt: 'Delete', names: {}, freed: [{ id: 2, by: 'rc' }] },
  ],
);

const twelve = Array.from({ length: 12 }, (_, i) => i);
const owner = (count: number) => array(1, count, { shape: [12] });
const whole = (count: number) => view(2, count, 1, { shape: [3, 4], strides: [32, 8] });
const columns = (count: number) => view(3, count, 1, { shape: [3, 2], strides: [32, 8], offset: 8 });
const row = (count: number) => view(4, count, 1, { shape: [4], strides: [8] });

export const views = traceOf(
  'import numpy as np\na = np.arange(12).reshape(3, 4)\nv = a[:, 1:3]\nr = a[0]\ndel a\nv[0, 0] = 99\ndel r\ndel v\n',
  [
    importing,
    {
      line: 2,
      names: { a: 2 },
      changed: [owner(1), whole(1)],
      buffers: [{ buffer: 1, owner: 1, bytes: int64(twelve) }],
    },
    { line: 3, names: { a: 2, v: 3 }, changed: [owner(2), columns(1)] },
    { line: 4, names: { a: 2, v: 3, r: 4 }, changed: [owner(3), row(1)] },
    { line: 5, stmt: 'Delete', names: { v: 3, r: 4 }, changed: [owner(2)], freed: [{ id: 2, by: 'rc' }] },
    {
      line: 6,
      names: { v: 3, r: 4 },
      writes: [{ buffer: 1, offset: 8, before: int64([1]), after: int64([99]) }],
    },
    { line: 7, stmt: 'Delete', names: { v: 3 }, changed: [owner(1)], freed: [{ id: 4, by: 'rc' }] },
    {
      line: 8,
      stmt: 'Delete',
      names: {},
      freed: [
        { id: 3, by: 'rc' },
        { id: 1, by: 'rc' },
      ],
    },
  ],
);

const inner = (count: number): ObjectRecord => ({ kind: 'list', id: 1, count, items: ['1', '2'] });
const outer = (count: number): ObjectRecord => ({ kind: 'list', id: 2, count, items: [1, 1, "'a'"] });
const dict: ObjectRecord = {
  kind: 'dict',
  id: 3,
  count: 1,
  entries: [
    ["'k'", 1],
    ["'n'", '5'],
  ],
};

/** Two references of one list, a dict, an int, a cycle that only the collector can free. */
export const containers = traceOf(
  "x = [1, 2]\ny = [x, x, 'a']\nd = {'k': x, 'n': 5}\ni = 7\ny.append(y)\ndel y\nimport gc; gc.collect()\n",
  [
    { line: 1, names: { x: 1 }, changed: [inner(1)] },
    { line: 2, names: { x: 1, y: 2 }, changed: [inner(3), outer(1)] },
    { line: 3, names: { x: 1, y: 2, d: 3 }, changed: [inner(4), dict] },
    { line: 4, names: { x: 1, y: 2, d: 3, i: '7' } },
    {
      line: 5,
      stmt: 'Expr',
      names: { x: 1, y: 2, d: 3, i: '7' },
      changed: [{ kind: 'list', id: 2, count: 2, items: [1, 1, "'a'", 2] }],
    },
    {
      line: 6,
      stmt: 'Delete',
      names: { x: 1, d: 3, i: '7' },
      changed: [{ kind: 'list', id: 2, count: 1, items: [1, 1, "'a'", 2] }],
    },
    {
      line: 7,
      stmt: 'Expr',
      names: { x: 1, d: 3, i: '7' },
      changed: [inner(2)],
      freed: [{ id: 2, by: 'gc' }],
    },
  ],
);
