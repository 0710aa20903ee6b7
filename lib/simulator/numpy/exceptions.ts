/**
 * NumPy's own exceptions (numpy/exceptions.py, numpy/_core/_exceptions.py): their arguments are objects, their text
 * is made when it is asked for. Also the messages that many files share.
 */
import { attribute, define } from '../machine/builtin';
import {
  exceptionType,
  IndexErrorType,
  MemoryErrorType,
  PyException,
  TypeErrorType,
  ValueErrorType,
} from '../machine/types/exceptions';
import { int, None, PyInt, PyStr, str } from '../memory/atoms';
import { EMPTY_TUPLE, type PyTuple } from '../memory/containers';
import type { Machine, PyObject, PyType } from '../memory/object';
import type { DType } from './dtype';
import { makeTuple } from './tuple';

const PRIVATE = 'numpy._core._exceptions';

export const AxisErrorType = exceptionType('AxisError', ValueErrorType, 'numpy.exceptions');
AxisErrorType.mro = [AxisErrorType, ValueErrorType, IndexErrorType, ...IndexErrorType.mro.slice(1)];
export const ArrayMemoryErrorType = exceptionType('MemoryError', MemoryErrorType, PRIVATE);
export const UfuncTypeErrorType = exceptionType('UFuncTypeError', TypeErrorType, PRIVATE);
const sub = (): PyType => exceptionType('UFuncTypeError', UfuncTypeErrorType, PRIVATE);
export const NoLoopErrorType = sub();
export const InputCastingErrorType = sub();
export const OutputCastingErrorType = sub();

/** `names`: the attributes that hold arguments, '' for an argument that none holds. */
function raiseWith(vm: Machine, type: PyType, args: PyObject[], names: readonly string[] = []): never {
  const made = vm.heap.add(new PyException(type, makeTuple(vm, args)));
  names.forEach((name, i) => {
    if (name !== '') {
      made.attrs ??= new Map();
      made.attrs.set(name, keep(args[i] as PyObject));
    }
  });
  return vm.raiseObject(made);
}

const argsOf = (o: PyObject): readonly PyObject[] => (o as PyException).args.items;

/** `normalize_axis_index`: the axis counted from the front. Raises AxisError. */
export function normalAxis(vm: Machine, axis: number, ndim: number, prefix: string | null = null): number {
  if (axis < -ndim || axis >= ndim)
    raiseWith(vm, AxisErrorType, [int(axis), int(ndim), prefix === null ? None : str(prefix)]);
  return axis < 0 ? axis + ndim : axis;
}

for (const [name, at] of [
  ['axis', 0],
  ['ndim', 1],
] as const)
  attribute(AxisErrorType, name, (_vm, o) => keep(argsOf(o)[at] ?? None));
define(AxisErrorType, {
  str(_vm, o) {
    const [axis, ndim, prefix] = argsOf(o);
    if (!(axis instanceof PyInt && ndim instanceof PyInt)) return axis ?? str('');
    const head = prefix instanceof PyStr ? `${prefix.value}: ` : '';
    return str(`${head}axis ${axis.value} is out of bounds for array of dimension ${ndim.value}`);
  },
});

export function raiseArrayMemoryError(vm: Machine, shape: readonly number[], dtype: DType): never {
  const tuple =
    shape.length === 0
      ? EMPTY_TUPLE
      : makeTuple(
          vm,
          shape.map((n) => int(n)),
        );
  return raiseWith(vm, ArrayMemoryErrorType, [tuple, dtype], ['shape', 'dtype']);
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** _ArrayMemoryError._size_to_string */
function sizeText(bytes: number): string {
  let unit = 0;
  while (unit < 6 && bytes / 1024 ** unit >= 1024) unit++;
  let value = bytes / 1024 ** unit;
  if (Math.round(value) === 1024 && unit < 6) value = bytes / 1024 ** ++unit;
  const places = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return `${value.toFixed(places)} ${UNITS[unit]}`;
}

define(ArrayMemoryErrorType, {
  str(vm, o) {
    const [shape, dtype] = argsOf(o) as [PyTuple, DType];
    let bytes = dtype.itemsize;
    for (const n of shape.items) bytes *= Number((n as PyInt).value);
    return str(
      `Unable to allocate ${sizeText(bytes)} for an array with shape ${vm.repr(shape)} and data type ${dtype.text}`,
    );
  },
});

/** The types of the operands do not fit any loop of the ufunc; `types` has the outputs last, as None. */
export function raiseNoLoop(vm: Machine, ufunc: PyObject, types: PyObject[]): never {
  return raiseWith(vm, NoLoopErrorType, [keep(ufunc), makeTuple(vm, types.map(keep))], ['ufunc', 'dtypes']);
}

/** A result or operand may not be converted as the casting rule asks. */
export function raiseCasting(
  vm: Machine,
  output: boolean,
  ufunc: PyObject,
  casting: string,
  from: DType,
  to: DType,
  operand: number,
): never {
  const type = output ? OutputCastingErrorType : InputCastingErrorType;
  return raiseWith(
    vm,
    type,
    [keep(ufunc), str(casting), from, to, int(operand)],
    ['ufunc', 'casting', 'from_', 'to', output ? 'out_i' : 'in_i'],
  );
}

/** A dot stands before the name of a ufunc's repr: `<ufunc 'add'>` is shown as `'add'`. */
const nameOf = (o: PyObject): string => `'${(o as PyObject & { name: string }).name}'`;

function castingText(side: string) {
  return (vm: Machine, o: PyObject): PyObject => {
    const [ufunc, casting, from, to, operand] = argsOf(o) as [PyObject, PyObject, PyObject, PyObject, PyInt];
    const n = (ufunc as PyObject & { nin: number; nout: number })[side === 'input' ? 'nin' : 'nout'];
    const which = n > 1 ? ` ${operand.value}` : '';
    return str(
      `Cannot cast ufunc ${nameOf(ufunc)} ${side}${which} from ${vm.repr(from)} to ${vm.repr(to)} with casting rule ${vm.repr(casting)}`,
    );
  };
}
define(InputCastingErrorType, { str: castingText('input') });
define(OutputCastingErrorType, { str: castingText('output') });
define(NoLoopErrorType, {
  str(vm, o) {
    const [ufunc, types] = argsOf(o) as [PyObject, PyTuple];
    const nin = (ufunc as PyObject & { nin: number }).nin;
    const texts = types.items.map((t) => vm.repr(t));
    const ins = texts.slice(0, nin).join(', ');
    const outs = texts.slice(nin);
    const left = nin === 1 ? `${ins},` : ins;
    const right = outs.length === 1 ? `${outs[0]}` : `(${outs.join(', ')})`;
    return str(
      `ufunc ${nameOf(ufunc)} did not contain a loop with signature matching types (${left}) -> ${right}`,
    );
  },
});

function keep<T extends PyObject>(o: T): T {
  o.rc++;
  return o;
}
