/** Arguments of NumPy's functions: names, defaults, and conversion of the common ones. */
import { type BoundArguments, type BuiltinCode, signature } from '../machine/builtin';
import { TypeErrorType, ValueErrorType } from '../machine/types/exceptions';
import { None, PyBool, PyStr } from '../memory/atoms';
import type { PyTuple } from '../memory/containers';
import type { KeywordNames, Machine, PyObject, PyType } from '../memory/object';
import { BuiltinType, FunctionType } from '../memory/types';
import type { Order } from './copy';
import { DispatcherType, PyNumpyFunction } from './dispatcher';
import { leaveFunction } from './library-frames';
import { NdArray } from './ndarray';
import type { Casting } from './promotion';
import { indexOf, shapeOf } from './tuple';

export type Args = readonly (PyObject | undefined)[];
export type Code = (vm: Machine, args: Args) => PyObject;

interface Spec {
  readonly names: readonly string[];
  readonly required: number;
  readonly positional: number;
  /** For which parameters None means something else than leaving them out. */
  readonly keepsNone: readonly boolean[];
}

const specs = new Map<string, Spec>();

/** `'a, axis=, *, keepdims='`: names, `=` behind those that may be left out (`=!`: None is not the same), `*` before those by name only. */
function specOf(text: string): Spec {
  let spec = specs.get(text);
  if (spec === undefined) {
    const names: string[] = [];
    const keepsNone: boolean[] = [];
    let required = 0;
    let positional = -1;
    for (const part of text === '' ? [] : text.split(', ')) {
      if (part === '*') positional = names.length;
      else {
        names.push(part.replace(/=!?/, ''));
        keepsNone.push(part.endsWith('!'));
        if (!part.includes('=')) required = names.length;
      }
    }
    spec = { names, required, positional: positional < 0 ? names.length : positional, keepsNone };
    specs.set(text, spec);
  }
  return spec;
}

/** One place a parameter; what is left out, or given as None, is undefined. Refuses what does not fit. */
export function bindNumpy(
  vm: Machine,
  name: string,
  text: string,
  args: readonly PyObject[],
  names: KeywordNames,
): Args {
  const spec = specOf(text);
  const given = args.length - names.length;
  const bound = new Array<PyObject | undefined>(spec.names.length).fill(undefined);
  for (let i = 0; i < given; i++) bound[i] = args[i] === None && !spec.keepsNone[i] ? undefined : args[i];
  if (given > spec.positional) vm.refuse(`numpy.${name}`, `too many arguments for ${name}`);
  names.forEach((keyword, k) => {
    const at = spec.names.indexOf(keyword);
    if (at < 0 || bound[at] !== undefined) vm.refuse(`numpy.${name}`, `the argument ${keyword} of ${name}`);
    const value = args[given + k] as PyObject;
    bound[at] = value === None && !spec.keepsNone[at] ? undefined : value;
  });
  for (let i = 0; i < spec.required; i++)
    if (bound[i] === undefined) {
      if (i < given || names.includes(spec.names[i] as string)) bound[i] = None;
      else vm.refuse(`numpy.${name}`, `${name} without its argument ${spec.names[i]}`);
    }
  return bound;
}

/** Functions of NumPy that are plain Python functions, and those written in C; all others go through a dispatcher. */
const PLAIN = new Set(
  'require ones full eye identity tri indices isscalar printoptions set_printoptions as_strided'.split(' '),
);
const COMPILED = new Set(
  'array asarray asanyarray ascontiguousarray asfortranarray zeros empty frombuffer fromiter arange promote_types matmul'.split(
    ' ',
  ),
);

/** The type that `type(np.zeros)`, `type(np.ones)`, `type(np.split)` has. */
export const functionType = (name: string): PyType =>
  PLAIN.has(name) ? FunctionType : COMPILED.has(name) ? BuiltinType : DispatcherType;

/** A function of the module numpy. */
export function numpyFunction(name: string, text: string, code: Code): PyNumpyFunction {
  const run: BuiltinCode = (vm, args: BoundArguments, names) => {
    try {
      return code(vm, bindNumpy(vm, name, text, args as readonly PyObject[], names));
    } catch (e) {
      leaveFunction(vm, name, args as readonly PyObject[], e);
      throw e;
    }
  };
  return new PyNumpyFunction(name, 'numpy', signature('*args, **kwargs'), run, functionType(name));
}

export const isTrue = (vm: Machine, o: PyObject | undefined, whenAbsent = false): boolean =>
  o === undefined ? whenAbsent : vm.truth(o);

export const optionalIndex = (vm: Machine, o: PyObject | undefined, whenAbsent: number): number =>
  o === undefined ? whenAbsent : indexOf(vm, o);

/** `axis=`: null where it is left out, else one or several. */
export function axesOf(vm: Machine, o: PyObject | undefined): number[] | null {
  if (o === undefined) return null;
  if (o instanceof PyBool) return vm.raise(TypeErrorType, 'an integer is required');
  return o.kind === 'tuple' ? (o as PyTuple).items.map((n) => indexOf(vm, n)) : [indexOf(vm, o)];
}

/** `axis=` of functions that take one only. */
export function axisOf(vm: Machine, o: PyObject | undefined): number | null {
  if (o === undefined) return null;
  if (o instanceof PyBool) return vm.raise(TypeErrorType, 'an integer is required for the axis');
  return indexOf(vm, o);
}

/** `order=`. Raises ValueError, TypeError. */
export function orderOf(vm: Machine, o: PyObject | undefined, whenAbsent: Order): Order {
  if (o === undefined) return whenAbsent;
  if (!(o instanceof PyStr)) return vm.raise(TypeErrorType, `order must be str, not ${o.type.name}`);
  const order = o.value.toUpperCase();
  if (order !== 'C' && order !== 'F' && order !== 'A' && order !== 'K')
    return vm.raise(ValueErrorType, `order must be one of 'C', 'F', 'A', or 'K' (got '${o.value}')`);
  return order;
}

export function castingOf(vm: Machine, o: PyObject | undefined, whenAbsent: Casting): Casting {
  if (o === undefined) return whenAbsent;
  const casting = o instanceof PyStr ? o.value : '';
  if (!['no', 'equiv', 'safe', 'same_kind', 'unsafe'].includes(casting))
    return vm.raise(
      ValueErrorType,
      `casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', or 'same_value' (got '${casting}')`,
    );
  return casting as Casting;
}

/** `out=`: an array, or a tuple of one. Raises TypeError. */
export function outOf(vm: Machine, o: PyObject | undefined): NdArray | null {
  const out = o?.kind === 'tuple' && (o as PyTuple).items.length === 1 ? (o as PyTuple).items[0] : o;
  if (out === undefined || out === None) return null;
  if (!(out instanceof NdArray)) return vm.raise(TypeErrorType, 'return arrays must be of ArrayType');
  return out;
}

/** Lengths given as one tuple or one by one. */
export function shapeArgument(vm: Machine, args: readonly PyObject[]): number[] {
  return args.length === 1 ? shapeOf(vm, args[0] as PyObject) : args.map((n) => indexOf(vm, n));
}
