/** Promotion and casting rules (numpy/_core/src/multiarray/convert_datatype.c, common_dtype.c; NEP 50). */
import {
  Bool,
  bytesDType,
  Complex64,
  Complex128,
  type DType,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  ObjectDType,
  sameDType,
  strDType,
  UInt8,
  UInt16,
  UInt32,
  UInt64,
} from './dtype';

const SIGNED = [Int8, Int16, Int32, Int64];
const UNSIGNED = [UInt8, UInt16, UInt32, UInt64];

/** Text length of the widest value of a number type (convert_datatype.c, PyArray_DescrFromString…). */
function textLength(t: DType): number {
  switch (t.letter) {
    case 'b':
      return 5;
    case 'u':
      return [3, 5, 0, 10, 0, 0, 0, 20][t.itemsize - 1] as number;
    case 'i':
      return [4, 6, 0, 11, 0, 0, 0, 21][t.itemsize - 1] as number;
    case 'f':
      return 32;
    default:
      return 64;
  }
}

/** The type both can be converted to, or null (`np.promote_types`). */
export function promote(a: DType, b: DType): DType | null {
  if (a === b) return a;
  if (a.num > b.num) [a, b] = [b, a];
  if (b.num <= 15) {
    if (a.letter === 'b') return b;
    if (b.letter === 'c') {
      if (a.letter === 'c') return b;
      return b === Complex64 && (a === Float64 || (a.isInteger && a.itemsize > 2)) ? Complex128 : b;
    }
    if (b.letter === 'f') {
      if (a.letter === 'f') return b;
      return b === Float32 && a.itemsize > 2 ? Float64 : b;
    }
    if (a.letter === b.letter) return a.itemsize > b.itemsize ? a : b;
    const [s, u] = a.letter === 'i' ? [a, b] : [b, a];
    if (s.itemsize > u.itemsize) return s;
    return SIGNED[UNSIGNED.indexOf(u) + 1] ?? Float64;
  }
  if (b.letter === 'O' || a.letter === 'O') return a.letter === 'V' || b.letter === 'V' ? null : ObjectDType;
  if (b.letter === 'V') return sameDType(a, b) ? a : null;
  if (b.letter === 'U') {
    const length = a.letter === 'U' ? a.itemsize / 4 : a.letter === 'S' ? a.itemsize : textLength(a);
    return strDType(Math.max(length, b.itemsize / 4));
  }
  return bytesDType(Math.max(a.letter === 'S' ? a.itemsize : textLength(a), b.itemsize));
}

export type Casting = 'no' | 'equiv' | 'safe' | 'same_kind' | 'unsafe';

const ORDER = 'buif  cSUVO';
const rank = (t: DType): number => ORDER.indexOf(t.letter);

/** `np.can_cast(from, to, casting)` */
export function canCast(from: DType, to: DType, casting: Casting): boolean {
  if (casting === 'unsafe' || sameDType(from, to)) return true;
  if (casting === 'no' || casting === 'equiv') return false;
  if (from.letter === 'V' || to.letter === 'V') return false;
  if (to.letter === 'O') return true;
  if (from.letter === 'O') return false;
  if (promote(from, to) === to || sameDType(promote(from, to) ?? from, to)) return true;
  if (casting === 'safe') return false;
  if (from.letter === to.letter) return true;
  if (to.letter === 'S' || to.letter === 'U') return from.isNumeric || from.letter === 'S';
  return from.isNumeric && to.isNumeric && rank(from) <= rank(to);
}

/** Python numbers take part by their kind only (NEP 50). */
export type Weak = 'int' | 'float' | 'complex';

/** The type of the result of an operation on arrays and scalars of `strong` types with Python numbers (`np.result_type`). */
export function resultType(strong: readonly DType[], weak: readonly Weak[]): DType | null {
  let result: DType | null = null;
  for (const t of strong) {
    const next: DType | null = result === null ? t : promote(result, t);
    if (next === null) return null;
    result = next;
  }
  for (const w of weak) result = weaken(result, w);
  return result;
}

function weaken(t: DType | null, w: Weak): DType {
  if (t === null) return w === 'int' ? Int64 : w === 'float' ? Float64 : Complex128;
  if (t.num > 15) return t.letter === 'O' ? t : (promote(t, weaken(null, w)) as DType);
  if (w === 'int') return t === Bool ? Int64 : t;
  if (w === 'float') return t.letter === 'f' || t.letter === 'c' ? t : Float64;
  return t.letter === 'c' ? t : t === Float32 ? Complex64 : Complex128;
}
