/** No way leads from a program to the host: held to the simulator's sources, and the check to files with ways planted in them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Allowance, hostAccesses } from '../../helpers/host-access';

// The compiler reads all of the simulator.
vi.setConfig({ testTimeout: 180_000 });

const BARE = 'writes into a record that inherits nothing (emptyRecord)';
const OWN_KEYS = 'both have the same own keys, which are compared before';
const LOADING = 'while the simulator loads, on a class of its own';

const ALLOWED: readonly Allowance[] = [
  {
    file: 'trace/own-value.ts',
    text: 'record[name]',
    why: 'asks first whether the record has it as its own',
  },
  { file: 'trace/describe/common.ts', text: 'made[name]', why: BARE },
  { file: 'trace/describe/frame.ts', text: 'names[name]', why: BARE },
  { file: 'trace/describe/frame.ts', text: 'cells[name]', why: BARE },
  { file: 'trace/describe/code.ts', text: 'closure[f.code.freeNames[i] as string]', why: BARE },
  { file: 'trace/recorder.ts', text: 'names[name]', why: BARE },
  { file: 'trace/same-frame.ts', text: 'a[name]', why: OWN_KEYS },
  { file: 'trace/same-frame.ts', text: 'b[name]', why: OWN_KEYS },
  { file: 'trace/describe/common.ts', text: 'Reflect', why: LOADING },
  { file: 'trace/describe/common.ts', text: 'Bare.prototype', why: LOADING },
  { file: 'trace/describe/common.ts', text: 'Object.setPrototypeOf', why: LOADING },
  { file: 'numpy/memory-export.ts', text: 'NdArray.prototype', why: LOADING },
  { file: 'numpy/memory-export.ts', text: 'Object.defineProperty', why: LOADING },
  { file: 'numpy/methods.ts', text: 'Object.getPrototypeOf', why: 'copies a dtype, whose class is ours' },
  {
    file: 'numpy/ufunc/call.ts',
    text: 'x.type.slots[o as keyof Slots]',
    why: 'a name in our table of ufuncs',
  },
  {
    file: 'trace/format1/walk.ts',
    text: 'Object.defineProperty',
    why: 'sets a key of its own, whatever its name',
  },
];

test('the simulator has no way from a program to the host', () => {
  expect(hostAccesses('lib/simulator', ALLOWED)).toEqual([]);
});

describe('the check', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'planted-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('finds what is planted', () => {
    const planted: Readonly<Record<string, string>> = {
      'eval.ts': 'export const f = (s: string): unknown => eval(s);',
      'maker.ts': 'export const f = (s: string): unknown => new Function(s);',
      'derived.ts': 'export class F extends Function {}',
      'clock.ts': 'export const now = (): number => Date.now();',
      'global.ts': 'export const g = (): unknown => globalThis;',
      'environment.ts': 'export const e = (): unknown => process.argv;',
      'shorthand.ts': 'export const o = { process };',
      'timer.ts': 'export const t = (s: string): void => void setTimeout(s, 1);',
      'way.ts': 'export const w = (o: object): unknown => o.constructor;',
      'taken.ts': 'export const w = (o: object): unknown => { const { constructor: c } = o; return c; };',
      'listed-way.ts':
        "export const w = (o: object): unknown => (o as Record<string, unknown>)['constructor'];",
      'import.ts': "export const i = (s: string): unknown => import('./' + s);",
      'meta.ts': 'export const m = (): unknown => import.meta;',
      'text.ts': 'export const r = (o: Record<string, number>, s: string): unknown => o[s];',
      'cast.ts': "export const r = (o: { a: number }, s: string): unknown => o[s as 'a'];",
      'generic.ts': 'export const r = <K extends string>(o: Record<string, number>, k: K): unknown => o[k];',
      'any.ts': 'export const r = (o: { a: number }, s: unknown): unknown => o[s as never];',
      'in.ts': 'export const i = (o: object, s: string): boolean => s in o;',
    };
    for (const [file, text] of Object.entries(planted)) writeFileSync(join(folder, file), `${text}\n`);
    const found = hostAccesses(folder).map((line) => line.slice(0, line.indexOf(':')));
    expect([...new Set(found)].sort()).toEqual(Object.keys(planted).sort());
  });

  test('lets data be', () => {
    writeFileSync(
      join(folder, 'data.ts'),
      `type Names = Readonly<Record<'a' | 'b', number>>;
export const f = (a: number[], bytes: Uint8Array, s: string, n: number, names: Names, k: 'a' | 'b', m: Map<string, number>) =>
  [a[n], a[0], bytes[n], s[n], names[k], names.a, m.get(s), 'a' in names, new Map([[s, n]]), { [s]: n }];
export const process = (self: number): number => self;
export const called = process(1);
export const own = <K extends keyof Names>(names: Names, key: K): number => names[key];
export const part = () => import('./other');
`,
    );
    writeFileSync(join(folder, 'other.ts'), 'export const process = { eval: 1 }.eval;\n');
    expect(hostAccesses(folder)).toEqual([]);
  });

  test('says which allowance nothing needs', () => {
    writeFileSync(join(folder, 'data.ts'), 'export const a = 1;\n');
    expect(hostAccesses(folder, [{ file: 'data.ts', text: 'eval', why: 'none' }])).toEqual([
      'data.ts needs no allowance for eval',
    ]);
  });
});
