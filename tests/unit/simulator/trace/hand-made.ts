/** Small traces written by hand, from what CPython does. */
import type { ArrayRecord, FrameRecord, SequenceRecord, Step, Trace } from '@/lib/simulator';

export function frame(names: FrameRecord['names'], more: Partial<FrameRecord> = {}): FrameRecord {
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

export function step(n: number, line: number, more: Partial<Step> = {}): Step {
  return {
    n,
    span: { line, column: 0, endLine: line, endColumn: 99 },
    stmt: 'Assign',
    fn: '<module>',
    out: '',
    frames: [],
    returned: null,
    handled: [],
    changed: [],
    freed: [],
    buffers: [],
    writes: [],
    ...more,
  };
}

export const list = (id: number, count: number, items: SequenceRecord['items']): SequenceRecord => ({
  kind: 'list',
  id,
  count,
  items,
});

export function int64Array(
  id: number,
  count: number,
  shape: readonly number[],
  more: Partial<ArrayRecord> = {},
): ArrayRecord {
  return {
    kind: 'ndarray',
    id,
    count,
    dtype: 'int64',
    shape,
    strides: shape.length === 2 ? [8 * (shape[1] as number), 8] : [8],
    offset: 0,
    buffer: 1,
    base: 'None',
    flags: { c: true, f: true, owns: true, writeable: true },
    ...more,
  };
}

export const int64Bytes = (...values: number[]): Uint8Array =>
  new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);

/** `a = np.array([1, 2, 3])`, `v = a[1:]`, `v[0] = 9`, `del a`, `del v`. */
export const VIEW: Trace = {
  format: 1,
  source: 'a = np.array([1, 2, 3])\nv = a[1:]\nv[0] = 9\ndel a\ndel v\n',
  ending: { type: 'finished' },
  constants: {},
  steps: [
    step(1, 1, {
      frames: [frame({ a: 1 })],
      changed: [int64Array(1, 1, [3])],
      buffers: [{ buffer: 1, owner: 1, bytes: int64Bytes(1, 2, 3) }],
    }),
    step(2, 2, {
      frames: [frame({ a: 1, v: 2 })],
      changed: [
        int64Array(1, 2, [3]),
        int64Array(2, 1, [2], {
          offset: 8,
          base: 1,
          flags: { c: true, f: true, owns: false, writeable: true },
        }),
      ],
    }),
    step(3, 3, {
      frames: [frame({ a: 1, v: 2 })],
      writes: [{ buffer: 1, offset: 8, before: int64Bytes(2), after: int64Bytes(9) }],
    }),
    step(4, 4, { stmt: 'Delete', frames: [frame({ v: 2 })], changed: [int64Array(1, 1, [3])] }),
    step(5, 5, {
      stmt: 'Delete',
      frames: [frame({})],
      freed: [
        { id: 2, by: 'rc' },
        { id: 1, by: 'rc' },
      ],
    }),
  ],
};

/** `x = [[0]]`, a second name for the inner list, a constant tuple and a loop over it. */
export const LISTS: Trace = {
  format: 1,
  source: 'x = [[0]]\ny = x[0]\nfor i in (1, 2):\n    y.append(i)\n',
  ending: { type: 'finished' },
  constants: { 9: 1 },
  steps: [
    step(1, 1, { frames: [frame({ x: 2 })], changed: [list(1, 1, ['0']), list(2, 1, [1])] }),
    step(2, 2, { frames: [frame({ x: 2, y: 1 })], changed: [list(1, 2, ['0'])] }),
    step(3, 4, {
      stmt: 'Expr',
      frames: [frame({ x: 2, y: 1, i: '1' }, { stack: [{ role: 'for loop', value: 10 }] })],
      changed: [
        list(1, 2, ['0', '1']),
        { kind: 'tuple', id: 9, count: 2, items: ['1', '2'] },
        {
          kind: 'other',
          id: 10,
          count: 1,
          what: 'tuple_iterator',
          qualified: 'builtins.tuple_iterator',
          holds: [{ label: 'iterable', kind: 'other', value: 9 }],
        },
      ],
    }),
  ],
};
