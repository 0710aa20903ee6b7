/**
 * Generated programs over names, lists, dicts, arrays, views, functions, classes, `del` and collections: no step of
 * any loses a reference, and when all names are gone and the collector has run, nothing is left.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holders, simulate, stateAt, type Trace } from '@/lib/simulator';

const NAMES = ['a', 'b', 'c', 'd', 'e'] as const;
const name = fc.constantFrom(...NAMES);
const small = fc.integer({ min: 0, max: 4 });

/** A statement; it may fail when it runs, which is caught around it. */
const statement: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(name, name).map(([x, y]) => `${x} = ${y}`),
  fc.tuple(name, name, name).map(([x, y, z]) => `${x} = [${y}, ${z}]`),
  fc.tuple(name, name, small).map(([x, y, n]) => `${x} = (${y}, ${n})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = {'k': ${y}, ${y}: 1}`),
  fc.tuple(name, name).map(([x, y]) => `${x} = {${y}}`),
  fc.tuple(name, small).map(([x, n]) => `${x} = np.arange(${n} + 1)`),
  fc.tuple(name, name, small).map(([x, y, n]) => `${x} = ${y}[${n}:]`),
  fc.tuple(name, name).map(([x, y]) => `${x} = ${y}.reshape(-1)`),
  fc.tuple(name, name).map(([x, y]) => `${x} = np.array([${y}, None], dtype=object)`),
  fc.tuple(name, small, name).map(([x, n, y]) => `${x}[${n}] = ${y}`),
  fc.tuple(name, name).map(([x, y]) => `${x}.append(${y})`),
  fc.tuple(name, small).map(([x, n]) => `${x} += [${n}]`),
  fc.tuple(name, small).map(([x, n]) => `${x} += ${n}`),
  name.map((x) => `del ${x}`),
  fc.tuple(name, small).map(([x, n]) => `del ${x}[${n}]`),
  name.map((x) => `${x}.clear()`),
  fc.tuple(name, name).map(([x, y]) => `${x} = ${y}.pop()`),
  fc.tuple(name, name).map(([x, y]) => `${x} = P(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x}.next = ${y}`),
  fc.tuple(name, name).map(([x, y]) => `${x} = ${y}.get`),
  fc.tuple(name, name).map(([x, y]) => `${x} = ${y}()`),
  fc.tuple(name, name).map(([x, y]) => `${x} = f(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = lambda p=${y}: p`),
  fc.tuple(name, name).map(([x, y]) => `${x} = make(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = g(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = next(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = [e for e in ${y}]`),
  fc.tuple(name, name).map(([x, y]) => `${x} = iter(${y})`),
  fc.tuple(name, name, name).map(([x, y, z]) => `${x}, *${y} = ${z}`),
  fc.tuple(name, name, name).map(([x, y, z]) => `for ${x}, ${y} in enumerate(${z}):\n        pass`),
  fc.tuple(name, name).map(([x, y]) => `${x} = weakref.ref(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = weakref.ref(${y}, print)`),
  fc.tuple(name, name).map(([x, y]) => `${x} = copy.copy(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = copy.deepcopy(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = sorted(${y})`),
  fc.tuple(name, name).map(([x, y]) => `${x} = ${y}.__dict__`),
  fc.constant('raise ValueError(a)'),
  fc.constant('gc.collect()'),
  name.map((x) => `print(len(${x}))`),
);

const HEAD = `import numpy as np
import gc
import weakref
import copy
class P:
    def __init__(self, v):
        self.v = v
    def get(self):
        return self.v
class Loud(P):
    def __del__(self):
        print('bye')
def f(p, q=[]):
    t = [p, q]
    return t
def make(p):
    def inner():
        return p, inner
    return inner
def g(p):
    try:
        yield p
        yield [p]
    finally:
        p = None
a = b = c = d = e = None
`;

/** Each statement in a try of its own; sometimes the exception is kept. */
function program(statements: readonly string[], kept: readonly boolean[]): string {
  const body = statements.map((text, i) => {
    const handler = kept[i]
      ? `except Exception as error:\n    ${NAMES[i % 5]} = error`
      : 'except Exception:\n    pass';
    return `try:\n    ${text}\n${handler}\n`;
  });
  return HEAD + body.join('');
}

/** A program after which no name is left. */
const TAIL = 'a = b = c = d = e = None\ngc.collect()\nf = make = g = P = Loud = None\ngc.collect()\n';

function check(trace: Trace): void {
  expect(trace.ending.type === 'finished' || trace.ending.type === 'unsupported').toBe(true);
  for (const { n } of trace.steps) {
    const state = stateAt(trace, n);
    for (const [id, list] of holders(state)) {
      const count = state.objects.get(id)?.count;
      if (count != null && count !== list.length)
        throw new Error(`step ${n}: object ${id} has count ${count} and ${list.length} holders`);
    }
  }
}

/** What is alive at the end: code's constants may be, and what an object array in a cycle keeps. */
function survivors(trace: Trace): string[] {
  const state = stateAt(trace, trace.steps.length);
  const all = [...state.objects.values()];
  if (all.some((record) => record.kind === 'ndarray' && record.dtype === 'object')) return [];
  return all
    .filter((record) => trace.constants[record.id] === undefined)
    .map((record) => `${record.kind} ${record.id}`);
}

describe('generated programs', () => {
  const programs = fc.array(fc.tuple(statement, fc.boolean()), { minLength: 1, maxLength: 25 }).map((rows) =>
    program(
      rows.map(([text]) => text),
      rows.map(([, kept]) => kept),
    ),
  );

  it('lose no reference', () => {
    // A failure prints its seed and the smallest program.
    fc.assert(
      fc.property(programs, (source) => {
        check(simulate(source, { audit: true }));
      }),
      { numRuns: 1500 },
    );
  });

  it('leave nothing behind', () => {
    let finished = 0;
    fc.assert(
      fc.property(programs, (source) => {
        const trace = simulate(source + TAIL);
        if (trace.ending.type !== 'finished') return;
        finished++;
        expect(survivors(trace)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
    expect(finished).toBeGreaterThan(1000);
  });
});
