/** Calling a ufunc: types, broadcasting, the loop, the output (numpy/_core/src/umath/ufunc_object.c). */
import { truthAndRelease } from '../../machine/truth-and-release';
import { OverflowErrorType, TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import type { ArithmeticOp, CompareOp, Machine, PyObject, Slots } from '../../memory/object';
import { cast, fitInteger } from '../convert';
import { broadcastShapes, broadcastStrides, elementsOf, writeElements } from '../copy';
import { type DType, Int64, ObjectDType, read } from '../dtype';
import type { Elem } from '../element';
import { raiseCasting } from '../exceptions';
import { unwrap } from '../indexing/subscript';
import { offsets, offsetsOf, touchRun } from '../iterate';
import { isC, isF, NdArray, newArray, sizeOf, stridesFor } from '../ndarray';
import { type Casting, canCast } from '../promotion';
import { MANY } from '../runs';
import { pythonOf, scalar } from '../scalar';
import { shapeText } from '../tuple';
import { NdArrayType } from '../types';
import {
  chargeAxes,
  chargeDear,
  chargeFar,
  chargeLoop,
  chargeScalar,
  chargeSlowLoop,
  requireBytes,
  walk,
} from '../work';
import { farQuotients, type Integer } from './arithmetic';
import { type BlockOperand, inBlocks, isRepeated, isRun } from './blocks';
import { type Operand, operandOf, release } from './operand';
import { outputStrides } from './order';
import { type Loop, resolve } from './resolve';
import type { PyUfunc } from './ufunc';

export interface UfuncOptions {
  /** Borrowed. */
  out?: NdArray | null;
  where?: NdArray | null;
  casting?: Casting;
  dtype?: DType | null;
}

const NONE: UfuncOptions = {};
const COMPARISONS = new Set<unknown>(['==', '!=', '<', '<=', '>', '>=']);

/** Apply a ufunc; a new reference to an array, or a scalar where all operands are. */
export function callUfunc(
  vm: Machine,
  u: PyUfunc,
  args: readonly PyObject[],
  options: UfuncOptions = NONE,
): PyObject {
  const ins: Operand[] = [];
  try {
    if (args.length !== u.nin) vm.refuse(`numpy.${u.name}`, 'a wrong number of operands');
    for (let i = 0; i < u.nin; i++)
      ins.push(operandOf(vm, args[i] ?? vm.refuse(`numpy.${u.name}`, 'a missing operand')));
    return apply(vm, u, ins, options);
  } finally {
    release(vm, ins);
  }
}

function apply(vm: Machine, u: PyUfunc, ins: readonly Operand[], options: UfuncOptions): PyObject {
  const { out = null, where = null, casting = 'same_kind' } = options;
  if (out !== null && !out.writeable) vm.raise(ValueErrorType, 'output array is read-only');
  const loop = resolve(vm, u, ins, options.dtype ?? null);
  if (loop.loop !== null)
    ins.forEach((o, i) => {
      // A Python number has the type of the loop, where that follows from the operands.
      const given = o.weak === null || (o.weak !== 'int' && options.dtype != null);
      if (given && !canCast(o.dtype, loop.loop as DType, casting))
        raiseCasting(vm, false, u, casting, o.dtype, loop.loop as DType, i);
    });
  if (out !== null && !canCast(loop.out, out.dtype, casting))
    raiseCasting(vm, true, u, casting, loop.out, out.dtype, u.nin);
  if (out === null && where === null && ins.every((o) => o.array === null))
    return applyScalar(vm, u, loop, ins);
  const shapes = ins.map((o) => o.shape);
  if (where !== null) shapes.push(where.shape);
  const joint = broadcastShapes(out === null ? shapes : [...shapes, out.shape]);
  if (joint === null)
    return vm.raise(
      ValueErrorType,
      `operands could not be broadcast together with shapes ${[...ins.map((o) => o.shape), ...[out, where].flatMap((o) => (o === null ? [] : [o.shape]))].map((s) => `${shapeText(s)} `).join('')}`,
    );
  if (out !== null && (out.ndim !== joint.length || joint.some((n, i) => n !== out.shape[i])))
    return vm.raise(
      ValueErrorType,
      `non-broadcastable output operand with shape ${shapeText(out.shape)} doesn't match the broadcast shape ${shapeText(joint)}`,
    );
  const n = sizeOf(joint);
  chargeAxes(vm, joint.length);
  chargeLoop(vm, n, loop.letter === 'O');
  if (isDear(u, loop)) chargeDear(vm, n);
  const bytes = where === null && n >= MANY ? computed(vm, u, loop, ins, joint) : null;
  // One by one they take twice as long.
  if (bytes === null && n >= MANY) chargeSlowLoop(vm, n, loop.letter === 'c' || isDivision(u, loop));
  if (bytes !== null && out === null) {
    const made = newArray(vm, loop.out, joint, false, NdArrayType, bytes);
    if (joint.length > 1) made.strides = stridesFor(joint, loop.out.itemsize);
    return made;
  }
  if (bytes !== null && out !== null && out.dtype === loop.out && isC(out)) {
    touchRun(out);
    out.buffer.bytes.set(bytes, out.offset);
    out.rc++;
    return out;
  }
  const spread = ins.map((o) =>
    o.array === null
      ? joint.map(() => 0)
      : (broadcastStrides(o.array.shape, o.array.strides, joint) as number[]),
  );
  const columns = ins.map((o, i) => column(vm, o, loop, joint, spread[i] as number[], n));
  let mask: Elem[] | null = null;
  if (where !== null) {
    mask = elementsOf(
      where,
      offsetsOf(joint, broadcastStrides(where.shape, where.strides, joint) as number[], where.offset),
    );
    if (out === null && mask.includes(0))
      vm.refuse(`numpy.${u.name}`, 'where= without out=: the other elements are whatever is in memory');
  }
  const partly =
    out !== null && out.dtype === ObjectDType && loop.out === ObjectDType
      ? (done: Elem[]) => writeElements(vm, out, offsets(out).slice(0, done.length), done)
      : undefined;
  const results = run(vm, u, loop, columns, n, mask, partly);
  const fresh = loop.letter === 'O' && loop.out === ObjectDType;
  try {
    if (out !== null) {
      let places: number[] | undefined;
      let values = results;
      if (mask !== null) {
        const chosen = mask;
        places = offsets(out).filter((_, i) => chosen[i] !== 0);
        values = values.filter((_, i) => chosen[i] !== 0);
      }
      if (loop.out !== out.dtype) values = values.map((e) => cast(vm, loop.out, out.dtype, e));
      writeElements(vm, out, places, values);
      out.rc++;
      return out;
    }
    const made = newArray(vm, loop.out, joint);
    if (joint.length > 1 || n === 0)
      made.strides =
        n > 0 && where === null && isTrivial(u, loop, ins)
          ? stridesFor(joint, loop.out.itemsize, !ins.every((o) => o.array === null || isC(o.array)))
          : outputStrides(joint, spread, loop.out.itemsize);
    writeElements(vm, made, undefined, results);
    return unwrap(vm, made);
  } finally {
    if (fresh) vm.heap.decrefAll(results.filter((e) => e !== undefined) as PyObject[]);
  }
}

/** The results of a loop over large arrays that lie in memory as the result does, or null (blocks.ts). */
function computed(
  vm: Machine,
  u: PyUfunc,
  loop: Loop,
  ins: readonly Operand[],
  shape: readonly number[],
): Uint8Array<ArrayBuffer> | null {
  const n = sizeOf(shape);
  if (!ins.every((o) => o.array === null || isRepeated(o.array) || isRun(o.array, n))) return null;
  requireBytes(vm, n * loop.out.itemsize);
  const operands = ins.map((o) => {
    if (o.array === null) return convert(vm, o, loop, o.value);
    if (isRepeated(o.array)) return convert(vm, o, loop, read(o.dtype, o.array.buffer, o.array.offset));
    walk(o.array, n);
    return o.array;
  });
  if (operands.every((o) => typeof o === 'number' || o instanceof NdArray))
    return inBlocks(
      u.name,
      loop,
      operands as BlockOperand[],
      n,
      isDivision(u, loop) ? (x, y, size) => chargeFar(vm, farQuotients(x, y, size)) : undefined,
    );
  // A number that no double holds meets each element.
  chargeDear(vm, n / 2);
  return null;
}

/**
 * Whether the operands, all of one shape and order, are walked through as they lie in memory
 * (try_trivial_single_output_loop).
 */
function isTrivial(u: PyUfunc, loop: Loop, ins: readonly Operand[]): boolean {
  const arrays = ins.flatMap((o) => (o.array === null ? [] : [o.array]));
  const [first] = arrays;
  if (first === undefined) return false;
  // Operands of several types are taken as bools.
  if (u.entry.family === 'logical' && ins.some((o) => o.weak === null && o.dtype !== first.dtype))
    return false;
  return (
    arrays.every(
      (a) =>
        a.dtype === (loop.loop ?? first.dtype) &&
        a.ndim === first.ndim &&
        a.shape.every((n, i) => n === first.shape[i]),
    ) &&
    (arrays.every(isC) || arrays.every(isF))
  );
}

function applyScalar(vm: Machine, u: PyUfunc, loop: Loop, ins: readonly Operand[]): PyObject {
  chargeScalar(vm);
  const columns = ins.map((o) => [convert(vm, o, loop, o.value)]);
  const result = run(vm, u, loop, columns, 1, null)[0] as Elem;
  return loop.letter === 'O' && loop.out === ObjectDType ? (result as PyObject) : scalar(loop.out, result);
}

/** One element of an operand in the type of the loop. */
function convert(vm: Machine, o: Operand, loop: Loop, e: Elem): Elem {
  const to = loop.loop;
  if (to === null) {
    // Integers are compared as they are, whatever their types.
    return e;
  }
  if (o.weak === 'int' && to.isInteger) return fitInteger(vm, to, e as Integer);
  if (o.weak === 'int' && (to.letter === 'f' || to.letter === 'c') && !Number.isFinite(Number(e)))
    vm.raise(OverflowErrorType, 'int too large to convert to float');
  return to.letter === 'O'
    ? o.dtype.letter === 'O' && o.weak === null
      ? e
      : pythonOf(o.weak === null ? o.dtype : weakType(o), e)
    : cast(vm, o.weak === 'int' ? weakType(o) : o.dtype, to, e);
}

/** The type of a Python number as an element; big integers stay what they are. */
const weakType = (o: Operand): DType => (o.weak === 'int' ? Int64 : o.dtype);

function column(
  vm: Machine,
  o: Operand,
  loop: Loop,
  shape: readonly number[],
  strides: readonly number[],
  n: number,
): Elem[] {
  if (o.array === null) return new Array<Elem>(n).fill(n === 0 ? 0 : convert(vm, o, loop, o.value));
  const whole = n === o.array.size && isC(o.array);
  const values = elementsOf(o.array, whole ? undefined : offsetsOf(shape, strides, o.array.offset));
  if (loop.loop === null || loop.loop === o.dtype) return values;
  for (let i = 0; i < n; i++) values[i] = convert(vm, o, loop, values[i] as Elem);
  return values;
}

/** Loops of integers that go by multiplications or divisions without a bound that the type knows. */
const DEAR: ReadonlySet<string> = new Set(['power', 'gcd', 'lcm']);
/** Loops of floats that divide with a remainder. */
const DIVISIONS: ReadonlySet<string> = new Set(['remainder', 'floor_divide', 'fmod']);
const isDivision = (u: PyUfunc, loop: Loop): boolean => DIVISIONS.has(u.name) && loop.letter === 'f';
const isDear = (u: PyUfunc, loop: Loop): boolean => DEAR.has(u.name) && 'iu'.includes(loop.letter);

/** The sum of two texts (string_ufuncs.cpp). */
const joined = (x: Elem, y: Elem): Elem => `${x}${y}`;

/** Run the inner loop. Results of object loops are new references. */
export function run(
  vm: Machine,
  u: PyUfunc,
  loop: Loop,
  columns: readonly Elem[][],
  n: number,
  mask: readonly Elem[] | null,
  partly?: (results: Elem[]) => void,
): Elem[] {
  const xs = columns[0] as Elem[];
  const ys = (columns[1] ?? xs) as Elem[];
  const out = new Array<Elem>(n);
  if (loop.letter === 'O') {
    const done: PyObject[] = [];
    let i = 0;
    try {
      for (; i < n; i++) {
        if (mask !== null && mask[i] === 0) continue;
        const r = onObjects(vm, u, xs[i] as PyObject, ys[i] as PyObject);
        if (loop.out === ObjectDType) {
          done.push(r);
          out[i] = r;
        } else {
          out[i] = truthAndRelease(vm, r) ? 1 : 0;
        }
      }
    } catch (e) {
      // What came before the error is written.
      if (mask === null) partly?.(out.slice(0, i));
      else if (partly !== undefined) vm.refuse(`numpy.${u.name}`, 'an error in an operation with where=');
      vm.heap.decrefAll(done);
      throw e;
    }
    return out;
  }
  if (n > 1 && isDivision(u, loop)) chargeFar(vm, farQuotients(xs, ys, n));
  const op = loop.letter !== 'U' ? u.entry[loop.letter] : u.name === 'add' ? joined : u.entry.i;
  if (op === undefined) return vm.refuse(`numpy.${u.name}`, `${u.name} of operands of this type`);
  const t = loop.loop ?? loop.out;
  const negative = u.name === 'power' && loop.letter === 'i';
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    if (negative && (ys[i] as Integer) < 0)
      vm.raise(ValueErrorType, 'Integers to negative integer powers are not allowed.');
    const r = op(xs[i] as Elem, ys[i] as Elem, t);
    if (r === undefined)
      vm.refuse(`numpy.${u.name}`, `${u.name} of this value: its last digit depends on the machine`);
    out[i] = r as Elem;
  }
  return out;
}

function onObjects(vm: Machine, u: PyUfunc, x: PyObject, y: PyObject): PyObject {
  const o = u.entry.o;
  if (typeof o === 'function') return o(vm, x, y);
  if (COMPARISONS.has(o)) return vm.compare(x, y, o as CompareOp);
  if (u.nin === 2) return vm.binary(x, y, o as ArithmeticOp);
  const slot = x.type.slots[o as keyof Slots] as ((vm: Machine, x: PyObject) => PyObject) | undefined;
  if (slot === undefined)
    return vm.raise(
      TypeErrorType,
      `bad operand type for unary ${o === 'negative' ? '-' : o === 'positive' ? '+' : '~'}: '${x.type.name}'`,
    );
  return slot(vm, x);
}
