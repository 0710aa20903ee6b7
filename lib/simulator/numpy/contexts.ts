/** `np.errstate`, `np.printoptions`, `np.set_printoptions`, `np.ndenumerate`, `np.ndindex` (numpy/_core, numpy/lib). */
import { define, method } from '../machine/builtin';
import { False, None, PyFloat, PyInt, PyStr } from '../memory/atoms';
import {
  HeapObject,
  type KeywordNames,
  type Machine,
  type PyObject,
  PyType,
  type Visit,
} from '../memory/object';
import { ObjectType, TypeType } from '../memory/types';
import { numpyFunction } from './arguments';
import { asArray } from './creation/from-object';
import { scalarAt } from './indexing/basic';
import { offsetAt } from './iterate';
import type { NdArray } from './ndarray';
import { type PrintOptions, printState } from './print/options';
import { indexOf, intTuple, makeTuple, shapeOf } from './tuple';

const type = (name: string, module: string): PyType =>
  new PyType(name, { bases: [ObjectType], metatype: TypeType, module });

/** An object that holds nothing a program can see. */
abstract class Plain extends HeapObject {
  override traverse(_visit: Visit): void {}
  override drop(): PyObject[] {
    return [];
  }
}

// --- np.errstate: warnings go to standard error, which is no part of a trace

export const ErrstateType = type('errstate', 'numpy');
class PyErrstate extends Plain {
  override get kind(): 'errstate' {
    return 'errstate';
  }
}
define(ErrstateType, {
  new: (vm, _cls, args, names) => {
    // Only what is a warning by default may be silenced: 'raise' would make it an exception.
    args.forEach((o, i) => {
      if (
        !(o instanceof PyStr) ||
        (o.value !== 'ignore' && o.value !== 'warn') ||
        i < args.length - names.length
      )
        vm.refuse('numpy.errstate', "settings other than 'ignore' and 'warn'");
    });
    return vm.heap.add(new PyErrstate(ErrstateType));
  },
});
method(ErrstateType, '__enter__', '', () => None);
method(ErrstateType, '__exit__', '*args', () => None);

// --- print options

export const PrintContextType = type('_GeneratorContextManager', 'contextlib');
class PyPrintContext extends Plain {
  override get kind(): 'print-context' {
    return 'print-context';
  }
  constructor(
    readonly chosen: PrintOptions,
    public saved: PrintOptions | null = null,
  ) {
    super(PrintContextType);
  }
}

const OPTIONS =
  'precision=, threshold=, edgeitems=, linewidth=, suppress=, nanstr=, infstr=, formatter=, sign=, floatmode=, legacy=, override_repr=';

function chosen(vm: Machine, args: readonly (PyObject | undefined)[]): PrintOptions {
  const [precision, threshold, edgeitems, linewidth, suppress, , , , sign, floatmode] = args;
  for (const i of [5, 6, 7, 10, 11])
    if (args[i] !== undefined) vm.refuse('numpy.set_printoptions', 'this print option');
  const now = printState(vm).options;
  const number = (o: PyObject | undefined, old: number): number =>
    o instanceof PyInt
      ? Number(o.value)
      : o instanceof PyFloat && o.value === Number.POSITIVE_INFINITY
        ? o.value
        : o === undefined
          ? old
          : vm.refuse('numpy.set_printoptions', 'this print option');
  return {
    precision: number(precision, now.precision),
    threshold: number(threshold, now.threshold),
    edgeitems: number(edgeitems, now.edgeitems),
    linewidth: number(linewidth, now.linewidth),
    suppress: suppress === undefined ? now.suppress : vm.truth(suppress),
    sign: sign === undefined ? now.sign : (vm.str(sign) as PrintOptions['sign']),
    floatmode: floatmode === undefined ? now.floatmode : (vm.str(floatmode) as PrintOptions['floatmode']),
  };
}

define(PrintContextType, {});
method<PyPrintContext>(PrintContextType, '__enter__', '', (vm, o) => {
  const state = printState(vm);
  o.saved = state.options;
  state.options = o.chosen;
  return None;
});
method<PyPrintContext>(PrintContextType, '__exit__', '*args', (vm, o) => {
  if (o.saved !== null) printState(vm).options = o.saved;
  return False;
});

// --- ndenumerate, ndindex

export const NdEnumerateType = type('ndenumerate', 'numpy');
export const NdIndexType = type('ndindex', 'numpy');

/** Instructions that a place costs, besides one for each dimension. */
const PLACE = 8;

/** Places of an array in C order, with its elements for `ndenumerate`. */
class PyPlaces extends HeapObject {
  override get kind(): 'places' {
    return 'places';
  }
  next = 0;
  /** The last place, for `ndindex`. Owned. */
  last: PyObject | null = null;
  constructor(
    cls: PyType,
    readonly shape: readonly number[],
    public array: NdArray | null,
  ) {
    super(cls);
  }
  override traverse(visit: Visit): void {
    for (const o of [this.array, this.last]) if (o !== null) visit(o, 'other');
  }
  override drop(): PyObject[] {
    const owned = [this.array, this.last].filter((o) => o !== null);
    this.array = this.last = null;
    return owned;
  }
  placeAt(n: number): number[] {
    let rest = n;
    return this.shape
      .map((_, i) => this.shape.slice(i + 1).reduce((x, y) => x * y, 1))
      .map((inner) => {
        const i = Math.floor(rest / inner);
        rest -= i * inner;
        return i;
      });
  }
}

const iterates = (
  cls: PyType,
  make: (vm: Machine, args: readonly PyObject[], names: KeywordNames) => PyObject,
): void =>
  define(cls, {
    new: (vm, _cls, args, names) => make(vm, args, names),
    iter: (_vm, o) => {
      o.rc++;
      return o;
    },
    next: (vm, o) => {
      const p = o as PyPlaces;
      const n = p.next++;
      if (n >= p.shape.reduce((x, y) => x * y, 1)) return null;
      vm.charge(0, PLACE + p.shape.length);
      const place = intTuple(vm, p.placeAt(n));
      if (p.array === null) {
        // itertools.product keeps the tuple that it gave last, and gives it again where nobody else has it.
        const { last } = p;
        p.last = place;
        p.dirty = true;
        place.rc++;
        if (last !== null) vm.heap.decref(last);
        return place;
      }
      const value = scalarAt(vm, p.array, offsetAt(p.array, n));
      return makeTuple(vm, [place, value]);
    },
  });
iterates(NdEnumerateType, (vm, args) => {
  const a = asArray(vm, args[0] ?? None);
  return vm.heap.add(new PyPlaces(NdEnumerateType, a.shape, a));
});
iterates(NdIndexType, (vm, args) =>
  vm.heap.add(
    new PyPlaces(
      NdIndexType,
      args.length === 1 ? shapeOf(vm, args[0] as PyObject) : args.map((o) => indexOf(vm, o)),
      null,
    ),
  ),
);

export const CONTEXTS = [
  numpyFunction('set_printoptions', OPTIONS, (vm, args) => {
    printState(vm).options = chosen(vm, args);
    return None;
  }),
  numpyFunction('printoptions', OPTIONS, (vm, args) => vm.heap.add(new PyPrintContext(chosen(vm, args)))),
];
