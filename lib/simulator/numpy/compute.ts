/**
 * NumPy's computing: ufuncs, reductions, functions and printing, and the modules numpy.lib and numpy.exceptions. Adds
 * its names to the module numpy.
 */
import './refused-helper-attributes';
import './ufunc-type';
import { registerModule } from '../machine/modules/index';
import { module, PyModule } from '../machine/types/module';
import { None } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { outOf } from './arguments';
import { late } from './computing';
import { CONTEXTS, ErrstateType, NdEnumerateType, NdIndexType } from './contexts';
import { copyto } from './creation/copyto';
import { FROM_ITEMS } from './creation/from-items';
import { GRIDS } from './creation/grids';
import { SPACES } from './creation/spaces';
import { AxisErrorType } from './exceptions';
import { FUNCTIONS } from './functions';
import { CHOICES, COMPRESS, sortInPlace } from './indexing/choose';
import { wholeRuns } from './late-runs';
import { dot, matmul } from './linear';
import { names } from './module';
import { numpyLacks } from './names';
import { arrayRepr, arrayStr } from './print/array';
import { type ArrayOp, STATISTICS, trace } from './reduce/statistics';
import { STRIDE_TRICKS } from './shape/broadcast';
import { SHAPES } from './shape/functions';
import { JOINS } from './shape/join';
import { castRun } from './store-runs';
import { loadRun } from './typed-runs';
import { UfuncType } from './types';
import { callUfunc } from './ufunc/call';
import { UFUNCS, ufunc } from './ufunc/ufunc';

const METHODS: readonly (readonly [name: string, signature: string, op: ArrayOp])[] = [
  ...STATISTICS,
  ...CHOICES,
  ['trace', '', trace],
  ['compress', 'condition, axis=, out=', COMPRESS],
  ['sort', 'axis=!, kind=, order=, *, stable=', sortInPlace],
  ['dot', 'b, out=', (vm, a, [b, out]) => dot(vm, a, b ?? None, outOf(vm, out))],
];

late.set({
  ufunc: (vm, name, args, options) => callUfunc(vm, ufunc(name), args, options),
  matmul,
  methods: new Map(METHODS.map(([name, signature, op]) => [name, [signature, op]])),
  lacks: numpyLacks,
  repr: arrayRepr,
  str: arrayStr,
});

wholeRuns.set({ loadRun, castRun });

/** Other names of ufuncs and functions. */
const ALIASES: Readonly<Record<string, string>> = {
  abs: 'absolute',
  true_divide: 'divide',
  mod: 'remainder',
  pow: 'power',
  conj: 'conjugate',
  bitwise_not: 'invert',
  bitwise_invert: 'invert',
  bitwise_left_shift: 'left_shift',
  bitwise_right_shift: 'right_shift',
  acos: 'arccos',
  asin: 'arcsin',
  atan: 'arctan',
  atan2: 'arctan2',
  concat: 'concatenate',
};

const tricks = module('numpy.lib.stride_tricks', STRIDE_TRICKS);
registerModule('numpy.lib.stride_tricks', () => tricks);
const library = new PyModule('numpy.lib', new Map<string, PyObject>([['stride_tricks', tricks]]));
registerModule('numpy.lib', () => library);
const exceptions = new PyModule(
  'numpy.exceptions',
  new Map<string, PyObject>([['AxisError', AxisErrorType]]),
);
registerModule('numpy.exceptions', () => exceptions);

for (const table of [JOINS, SHAPES, FUNCTIONS, CONTEXTS, GRIDS, FROM_ITEMS, SPACES, [copyto]])
  for (const f of table) names.set(f.name, f);
for (const [name, u] of UFUNCS) names.set(name, u);
for (const [name, of] of Object.entries(ALIASES)) names.set(name, names.get(of) as PyObject);
names.set('ufunc', UfuncType);
names.set('errstate', ErrstateType).set('ndenumerate', NdEnumerateType).set('ndindex', NdIndexType);
names.set('lib', library).set('exceptions', exceptions);
