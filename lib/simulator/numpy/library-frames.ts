/**
 * What the frames of NumPy's Python code hold (numpy/_core/fromnumeric.py, _methods.py, shape_base.py,
 * numpy/lib/_shape_base_impl.py, _function_base_impl.py): an exception that passes through them keeps them, and with
 * them their arguments, as long as a traceback lives.
 */
import { Raised } from '../machine/raised';
import type { PyException } from '../machine/types/exceptions';
import { PyTraceback } from '../machine/types/frame';
import { PyStr } from '../memory/atoms';
import type { PyList } from '../memory/containers';
import { HeapObject, type Machine, type PyObject } from '../memory/object';
import { AxisErrorType } from './exceptions';
import { NdArray } from './ndarray';

type Held = (args: readonly PyObject[], exception: PyException) => PyObject[] | null;

const words = (text: string): string[] => text.split(' ');
const repeat = (o: PyObject | undefined, n: number): PyObject[] =>
  o === undefined ? [] : new Array<PyObject>(n).fill(o);

/** The first argument so many times, each other one so many times. */
const times =
  (first: number, others: number): Held =>
  ([a, ...rest]) => [...repeat(a, first), ...rest.flatMap((o) => repeat(o, others))];
/** As `times`, for arrays only: other arguments are converted on the way. */
const arrayTimes =
  (first: number, others: number): Held =>
  (args, exception) =>
    args[0] instanceof NdArray ? times(first, others)(args, exception) : null;

const itemsOf = (o: PyObject | undefined): readonly PyObject[] | null =>
  o?.kind === 'list' || o?.kind === 'tuple' ? (o as PyList).items : null;
/** What a view with more axes keeps alive, or the array itself where it has enough. */
const widened = (o: PyObject, ndim: number): PyObject[] =>
  o instanceof NdArray ? [o.ndim >= ndim ? o : (o.base ?? o)] : [];
/** Functions that first give their arrays at least so many axes: the sequence, and the list of the arrays. */
const stacked =
  (ndim: number): Held =>
  ([tup]) => {
    const items = itemsOf(tup);
    return tup === undefined || items === null ? null : [tup, ...items.flatMap((o) => widened(o, ndim))];
  };

const FUNCTIONS = new Map<string, Held>();
const add = (names: string, held: Held): void => {
  for (const name of words(names)) FUNCTIONS.set(name, held);
};
// Written in C: no frame.
add(
  'concatenate where inner dot vdot can_cast result_type min_scalar_type bincount copyto shares_memory may_share_memory empty_like lexsort array asarray asanyarray ascontiguousarray asfortranarray zeros empty frombuffer fromiter arange promote_types matmul putmask unravel_index ravel_multi_index',
  () => [],
);
add('sum prod max min amax amin any all ptp', times(2, 2));
add(
  'argmax argmin cumsum cumprod argsort choose reshape transpose swapaxes take repeat searchsorted nonzero compress',
  arrayTimes(3, 2),
);
add('squeeze broadcast_to moveaxis put tile', arrayTimes(2, 1));
add(
  'split array_split expand_dims append insert roll flip fliplr flipud sliding_window_view trace diag diagonal ravel atleast_2d meshgrid full place',
  times(1, 1),
);
add('broadcast_arrays', (args) => args.flatMap((o) => (o instanceof NdArray ? [o, o] : [])));
add('sort', (args) => (args[0] instanceof NdArray ? [] : null));
add('hsplit vsplit dsplit', (args, e) => {
  const own = e.args.items.some((o) => o instanceof PyStr && o.value.includes('only works on arrays'));
  return args[0] instanceof NdArray ? times(own ? 1 : 2, own ? 1 : 2)(args, e) : null;
});
add('mean', (args, e) => (e.type === AxisErrorType ? arrayTimes(4, 1)(args, e) : null));
add('var', (args, e) => (e.type === AxisErrorType ? arrayTimes(4, 1)(args, e) : null));
add('std', (args, e) => (e.type === AxisErrorType ? arrayTimes(5, 1)(args, e) : null));
add('stack', ([arrays]) => itemsOf(arrays)?.filter((o) => o instanceof NdArray) ?? null);
add('hstack', stacked(1));
add('vstack', stacked(2));
add('dstack', stacked(3));
add('column_stack', (args, e) => {
  const last = itemsOf(args[0])?.at(-1);
  const held = stacked(2)(args, e);
  if (held === null || !(last instanceof NdArray)) return null;
  return [...held, last, ...(last.ndim >= 2 ? [last] : [])];
});

const METHODS = new Map<string, Held>();
for (const name of words('sum prod max min any all')) METHODS.set(name, times(1, 1));
for (const [name, n] of [
  ['mean', 3],
  ['var', 3],
  ['std', 4],
] as const)
  METHODS.set(name, (args, e) => (e.type === AxisErrorType ? times(n, 1)(args, e) : null));

/** Whether the call was refused before a frame was made. */
const isRefusal = (e: PyException): boolean =>
  e.args.items.some((o) => o instanceof PyStr && o.value.includes('required positional argument'));

/** Whether a count of it, or of what it holds, can be seen. */
const isSeen = (o: PyObject): boolean =>
  o instanceof HeapObject && (itemsOf(o)?.some((item) => item instanceof HeapObject) ?? true);

function note(
  vm: Machine,
  name: string,
  held: Held | undefined,
  args: readonly PyObject[],
  e: unknown,
): void {
  if (!(e instanceof Raised)) return;
  const exception = e.exception as PyException;
  // It comes from code of the program, which NumPy called.
  if (exception.traceback !== null || !args.some(isSeen) || isRefusal(exception)) return;
  const objects = held === undefined ? null : held(args, exception);
  if (objects === null) {
    exception.unknown = name;
    return;
  }
  const owned = objects.filter((o) => o instanceof HeapObject);
  if (owned.length === 0) return;
  for (const o of owned) o.rc++;
  exception.traceback = vm.heap.add(new PyTraceback(null, null, 0, 0, owned));
}

/** Note what an error keeps that leaves a function of NumPy. */
export function leaveFunction(vm: Machine, name: string, args: readonly PyObject[], e: unknown): void {
  note(vm, `numpy.${name}`, FUNCTIONS.get(name), args, e);
}

/** Note what an error keeps that leaves a method of an array: some call Python code. */
export function leaveMethod(
  vm: Machine,
  name: string,
  a: NdArray,
  args: readonly PyObject[],
  e: unknown,
): void {
  const held = METHODS.get(name);
  if (held !== undefined) note(vm, `numpy.ndarray.${name}`, held, [a, ...args], e);
}
