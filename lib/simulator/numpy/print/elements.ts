/** How the elements of an array are written, all to one width (numpy/_core/arrayprint.py). */
import type { Machine, PyObject } from '../../memory/object';
import type { DType } from '../dtype';
import type { Complex, Elem } from '../element';
import { fieldValue } from '../field-value';
import { pythonOf } from '../scalar';
import { type FloatText, positional, scientific } from './digits';
import type { PrintOptions } from './options';

export type Format = (e: Elem) => string;

/** The formatter for these elements (those that will be shown). */
export function formatterOf(
  vm: Machine,
  dtype: DType,
  shown: readonly Elem[],
  zeroDim: boolean,
  o: PrintOptions,
): Format {
  switch (dtype.letter) {
    case 'b':
      return (e) => (e === 0 ? 'False' : zeroDim ? 'True' : ' True');
    case 'i':
    case 'u':
      return integerFormat(shown as (number | bigint)[], o);
    case 'f':
      return floatFormat(shown as number[], dtype.itemsize === 4, o, o.sign);
    case 'c':
      return complexFormat(shown as Complex[], dtype.itemsize === 8, o);
    case 'O':
      return (e) => {
        const text = vm.repr(e as PyObject);
        return (e as PyObject).kind === 'list' && (e as PyObject).type.name === 'list'
          ? `list(${text})`
          : text;
      };
    case 'V':
      return recordFormat(vm, dtype, shown as Uint8Array[], o);
    default:
      return (e) => vm.repr(pythonOf(dtype, e));
  }
}

function integerFormat(shown: readonly (number | bigint)[], o: PrintOptions): Format {
  let width = 0;
  for (const n of shown) width = Math.max(width, (o.sign !== '-' && n >= 0 ? 1 : 0) + String(n).length);
  if (o.sign === '-') return (e) => String(e).padStart(width);
  const least = shown.some((n) => n < 0);
  const lead = o.sign === '+' ? '+' : least ? '' : ' ';
  return (e) => ((e as number) >= 0 ? lead + String(e) : String(e)).padStart(width);
}

const partition = (text: string): [string, string] => {
  const at = text.indexOf('.');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

function floatFormat(
  shown: readonly number[],
  single: boolean,
  o: PrintOptions,
  sign: PrintOptions['sign'],
): (e: Elem) => string {
  const finite = shown.filter((x) => Number.isFinite(x));
  let max = 0;
  let min = Number.POSITIVE_INFINITY;
  for (const x of finite) {
    const abs = Math.abs(x);
    if (abs === 0) continue;
    if (abs > max) max = abs;
    if (abs < min) min = abs;
  }
  const ratio = single ? Math.fround(max / min) : max / min;
  // float32 has six reliable digits.
  const exponential =
    max > 0 && (max >= (single ? 1e6 : 1e8) || (!o.suppress && (min < 0.0001 || ratio > 1000)));
  const plus = sign === '+';
  const fixed = o.floatmode === 'fixed';
  let text: FloatText = {
    precision: o.floatmode === 'unique' ? -1 : o.precision,
    minDigits: 0,
    trim: fixed ? 'k' : '.',
    sign: plus,
    padLeft: 0,
    padRight: 0,
    expDigits: 2,
    single,
  };
  let padLeft = 0;
  let padRight = 0;
  if (finite.length > 0 && exponential) {
    let exponent = 0;
    for (const x of finite) {
      const [mantissa, exp] = scientific(x, text).split('e') as [string, string];
      const [whole, fraction] = partition(mantissa);
      padLeft = Math.max(padLeft, whole.length);
      padRight = Math.max(padRight, fraction.length);
      exponent = Math.max(exponent, exp.length - 1);
    }
    text = { ...text, precision: padRight, minDigits: padRight, trim: 'k', expDigits: exponent };
    padRight = exponent + 2 + padRight;
  } else if (finite.length > 0) {
    for (const x of finite) {
      const [whole, fraction] = partition(positional(x, text));
      padLeft = Math.max(padLeft, whole.length);
      padRight = Math.max(padRight, fraction.length);
    }
    const equal = fixed || o.floatmode === 'maxprec_equal';
    text = equal ? { ...text, precision: padRight, minDigits: padRight, trim: 'k' } : { ...text, trim: '.' };
    text = { ...text, padRight };
  }
  if (sign === ' ' && !finite.some((x) => x < 0 || Object.is(x, -0))) padLeft++;
  if (finite.length !== shown.length) {
    const negative = sign !== '-' || shown.includes(Number.NEGATIVE_INFINITY) ? 1 : 0;
    padLeft = Math.max(padLeft, 3 - padRight - 1, 3 + negative - padRight - 1);
  }
  const done: FloatText = { ...text, padLeft };
  const write = finite.length > 0 && exponential ? scientific : positional;
  return (e) => {
    const x = e as number;
    if (Number.isFinite(x)) return write(x, done);
    const word = Number.isNaN(x) ? `${plus ? '+' : ''}nan` : `${x < 0 ? '-' : plus ? '+' : ''}inf`;
    return word.padStart(padLeft + padRight + 1);
  };
}

function complexFormat(shown: readonly Complex[], single: boolean, o: PrintOptions): Format {
  const real = floatFormat(
    shown.map((c) => c.re),
    single,
    o,
    o.sign,
  );
  const imag = floatFormat(
    shown.map((c) => c.im),
    single,
    o,
    '+',
  );
  return (e) => {
    const { re, im } = e as Complex;
    const text = imag(im);
    const body = text.trimEnd();
    return `${real(re)}${body}j${text.slice(body.length)}`;
  };
}

function recordFormat(vm: Machine, dtype: DType, shown: readonly Uint8Array[], o: PrintOptions): Format {
  const fields = dtype.fields;
  if (fields === null || fields.some((f) => f.dtype.letter === 'O'))
    return () => vm.refuse('numpy.print', 'printing of void values');
  const formats = fields.map((f) =>
    formatterOf(
      vm,
      f.dtype,
      shown.map((r) => fieldValue(f.dtype, r, f.offset)),
      false,
      o,
    ),
  );
  return (e) => {
    const parts = fields.map((f, i) =>
      (formats[i] as Format)(fieldValue(f.dtype, e as Uint8Array, f.offset)),
    );
    return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
  };
}
