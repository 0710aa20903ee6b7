/**
 * What arrays and scalars need of NumPy's computing: ufuncs, reductions, functions, printing. That is a part of its own
 * (`compute.ts`), which a program that only makes arrays and views does not need.
 */
import type { Binary, Machine, PyObject } from '../memory/object';
import { Late } from '../parts/part';
import type { Args } from './arguments';
import type { DType } from './dtype';
import type { NdArray } from './ndarray';

/** A method's code; its arguments are bound to the signature that stands beside it. */
export type MethodOp = (vm: Machine, a: NdArray, args: Args) => PyObject;

interface Computing {
  /** Apply the ufunc of this name: a new reference. */
  readonly ufunc: (
    vm: Machine,
    name: string,
    args: readonly PyObject[],
    options?: { out?: NdArray | null; dtype?: DType | null },
  ) => PyObject;
  readonly matmul: Binary;
  /** Methods that compute: signature and code. */
  readonly methods: ReadonlyMap<string, readonly [signature: string, op: MethodOp]>;
  /** Whether the real module has no such name. */
  readonly lacks: (name: string) => boolean;
  readonly repr: (vm: Machine, a: NdArray) => string;
  readonly str: (vm: Machine, a: NdArray) => string;
}

export const late = new Late<Computing>('numpy computing');

/** Throws `PartNeeded` where the part is not loaded. */
export const computing = (): Computing => late.get();

/** Signature and code of a method that computes. */
export function computedMethod(name: string): readonly [signature: string, op: MethodOp] {
  const found = computing().methods.get(name);
  if (found === undefined) throw new TypeError(`no method ${name}`);
  return found;
}

/** The reductions and the like that arrays and scalars have. */
export const STATISTICAL: readonly string[] =
  'sum prod max min any all mean var std argmax argmin cumsum cumprod clip round'.split(' ');

/** The methods of arrays whose code stands in `Computing.methods`. */
export const COMPUTED: readonly string[] = [
  ...STATISTICAL,
  ...'take put repeat nonzero argsort searchsorted trace compress sort dot'.split(' '),
];
