/** Which loop a ufunc takes for its operands (numpy/_core/src/umath/type_resolution.c, dispatching.cpp). */
import { OverflowErrorType, TypeErrorType } from '../../machine/types/exceptions';
import { None } from '../../memory/atoms';
import type { Machine } from '../../memory/object';
import { Bool, Complex64, type DType, Float32, Float64, Int8, ObjectDType, strDType, UInt64 } from '../dtype';
import { raiseNoLoop } from '../exceptions';
import { resultType } from '../promotion';
import type { Operand } from './operand';
import type { PyUfunc } from './ufunc';

export interface Loop {
  /** The type elements are converted to; null: compared as they are. */
  readonly loop: DType | null;
  readonly out: DType;
  readonly letter: 'b' | 'i' | 'f' | 'c' | 'O' | 'U';
}

export function resolve(vm: Machine, u: PyUfunc, ins: readonly Operand[], dtype: DType | null): Loop {
  const e = u.entry;
  const strong = ins.filter((o) => o.weak === null).map((o) => o.dtype);
  const weak = ins.flatMap((o) => (o.weak === null ? [] : [o.weak]));
  const text = strong.some((t) => t.letter === 'U' || t.letter === 'S');
  const objects = strong.some((t) => t.letter === 'O');
  if (strong.some((t) => t.letter === 'V')) return vm.refuse(`numpy.${u.name}`, 'an operation on records');
  if (text && !objects) {
    const all = ins.every((o) => o.dtype.letter === 'U');
    if (all && e.family === 'compare') return { loop: null, out: Bool, letter: 'U' };
    if (all && u.name === 'add' && dtype === null)
      return {
        loop: null,
        out: strDType(ins.reduce((n, o) => n + o.dtype.itemsize / 4, 0)),
        letter: 'U',
      };
    if (all && (u.name === 'subtract' || u.name === 'maximum' || u.name === 'minimum'))
      return raiseNoLoop(vm, u, [...ins.map((o) => o.dtype), None]);
    if (WITHOUT_TEXT.has(u.name)) return unsupported(vm, u, 'U');
    if (!all && e.family === 'same' && u.nin === 2 && (e.o === '+' || e.o === '-' || e.o === '/'))
      return raiseNoLoop(vm, u, [...ins.map((o) => o.dtype), None]);
    return vm.refuse(`numpy.${u.name}`, 'an operation on text');
  }
  let p = dtype ?? resultType(strong, weak);
  if (p === null) return vm.refuse(`numpy.${u.name}`, 'operands without a common type');
  // Python integers that no integer type holds make objects.
  if (dtype === null && ins.some((o) => o.weak === 'int' && o.dtype === ObjectDType) && strong.length === 0)
    p = ObjectDType;
  if (p.letter === 'O' || objects) {
    if (e.o === undefined) return vm.refuse(`numpy.${u.name}`, `${u.name} of objects`);
    return { loop: ObjectDType, out: e.family === 'compare' ? Bool : ObjectDType, letter: 'O' };
  }
  if (
    e.family !== 'float' &&
    strong.length > 0 &&
    strong.every((t) => t === Bool) &&
    ins.some((o) => o.weak === 'int' && !fits64(o))
  )
    return vm.raise(OverflowErrorType, 'Python int too large to convert to C long');
  const floating = p.letter === 'f' || p.letter === 'c';
  const none =
    e.family === 'float'
      ? !floating || (p.letter === 'c' && REAL.has(u.name))
      : (e.family === 'compare' || e.family === 'logical' || e.family === 'test') && p !== Bool;
  if (dtype !== null && none)
    return vm.raise(
      TypeErrorType,
      `No loop matching the specified signature and casting was found for ufunc ${u.name}`,
    );
  if (e.family === 'compare' || e.family === 'logical' || e.family === 'test') {
    const integers =
      p.letter === 'b' || p.isInteger || ins.every((o) => o.dtype.isInteger || o.dtype === Bool);
    const letter = integers ? 'i' : (p.letter as 'f' | 'c');
    return {
      loop: integers || e.family === 'logical' ? null : p,
      out: Bool,
      letter: e[letter] === undefined ? unsupported(vm, u, letter) : letter,
    };
  }
  if (e.family === 'float') p = atLeastFloat(vm, u, p);
  if (p === Bool && e.b === undefined) {
    if (e.boolAsInt8) p = Int8;
    else return noBool(vm, u);
  }
  const letter = p.letter === 'u' ? 'i' : (p.letter as 'b' | 'i' | 'f' | 'c');
  if (e[letter] === undefined) return unsupported(vm, u, letter);
  const out = u.name === 'absolute' && letter === 'c' ? (p === Complex64 ? Float32 : Float64) : p;
  return { loop: p, out, letter };
}

const fits64 = (o: Operand): boolean => o.dtype !== ObjectDType && o.dtype !== UInt64;

function atLeastFloat(vm: Machine, u: PyUfunc, p: DType): DType {
  if (p.letter === 'f' || p.letter === 'c') return p;
  if (u.name === 'divide' || u.name === 'float_power' || p.itemsize > 2) return Float64;
  if (p.itemsize === 2) return Float32;
  return vm.refuse('numpy.float16', `${u.name} of ${p.text} gives float16`);
}

function noBool(vm: Machine, u: PyUfunc): never {
  if (u.name === 'subtract')
    return vm.raise(
      TypeErrorType,
      'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
    );
  if (u.name === 'negative')
    return vm.raise(
      TypeErrorType,
      'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
    );
  return vm.refuse(`numpy.${u.name}`, `${u.name} of bool`);
}

/** Ufuncs that have no loop for text, nor one that it could be converted to. */
const WITHOUT_TEXT = new Set('divide floor_divide remainder sqrt isnan'.split(' '));
const BITWISE = new Set(['bitwise_and', 'bitwise_or', 'bitwise_xor', 'invert', 'left_shift', 'right_shift']);
/** Ufuncs without a loop for complex numbers. */
const REAL = new Set(
  'floor_divide remainder fmod floor ceil trunc hypot copysign signbit fabs cbrt arctan2 logaddexp logaddexp2'.split(
    ' ',
  ),
);

function unsupported(vm: Machine, u: PyUfunc, letter: string): never {
  if (BITWISE.has(u.name) || letter === 'U' || (letter === 'c' && REAL.has(u.name)))
    return vm.raise(
      TypeErrorType,
      `ufunc '${u.name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  return vm.refuse(`numpy.${u.name}`, `${u.name} of operands of this type`);
}
