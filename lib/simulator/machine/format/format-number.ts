/** `format()` of int, float, complex and str (Python/formatter_unicode.c). */
import type { PyComplex, PyInt } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { fits64 } from '../types/convert';
import { OverflowErrorType, ValueErrorType } from '../types/exceptions';
import { intText, toDouble } from '../types/int-arithmetic';
import { chargeText } from '../work';
import { floatText } from './float-text';
import { type NumberText, numberText, padded, parseSpec, type Spec, unknownCode } from './spec';

const RADIX: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['b', [2, '0b']],
  ['o', [8, '0o']],
  ['x', [16, '0x']],
  ['X', [16, '0X']],
]);

/** format(int, spec): raises ValueError for a bad one. */
export function formatInt(vm: Machine, o: PyInt, text: string): string {
  const spec = parseSpec(vm, o, text, 'd', '>');
  const fail = (message: string): never => vm.raise(ValueErrorType, message);
  if ('eEfFgG%'.includes(spec.type)) return floatBySpec(vm, toDouble(vm, o.value), spec);
  if (!'bcdoxXn'.includes(spec.type)) unknownCode(vm, o, spec.type);
  if (spec.precision >= 0) fail('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) fail('Negative zero coercion (z) not allowed in integer format specifier');
  const rest = { negative: false, prefix: '', rest: '' };
  if (spec.type === 'c') {
    if (spec.sign !== '') fail("Sign not allowed with integer format specifier 'c'");
    if (spec.alternate) fail("Alternate form (#) not allowed with integer format specifier 'c'");
    if (!fits64(o.value)) vm.raise(OverflowErrorType, 'Python int too large to convert to C long');
    if (o.value < 0 || o.value > 0x10ffff) vm.raise(OverflowErrorType, '%c arg not in range(0x110000)');
    return numberText(vm, { ...rest, digits: '', rest: String.fromCodePoint(Number(o.value)) }, spec);
  }
  const [radix, prefix] = RADIX.get(spec.type) ?? [10, ''];
  const negative = o.value < 0;
  const all = radix === 10 ? intText(vm, o.value) : o.value.toString(radix);
  const digits = negative ? all.slice(1) : all;
  return numberText(
    vm,
    {
      negative,
      prefix: spec.alternate ? prefix : '',
      digits: spec.type === 'X' ? digits.toUpperCase() : digits,
      rest: '',
    },
    spec,
    radix === 10 ? 3 : 4,
  );
}

/** format(float, spec). */
export function formatFloat(vm: Machine, o: PyObject, value: number, text: string): string {
  const spec = parseSpec(vm, o, text, '', '>');
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) unknownCode(vm, o, spec.type);
  return floatBySpec(vm, value, spec);
}

function floatBySpec(vm: Machine, value: number, spec: Spec): string {
  return numberText(vm, floatParts(vm, value, spec, spec.type === ''), spec);
}

function floatParts(vm: Machine, value: number, spec: Spec, addDot: boolean): NumberText {
  let code = spec.type.toLowerCase();
  if (code === '') code = spec.precision < 0 ? 'r' : 'g';
  if (code === 'n') code = 'g';
  const percent = code === '%';
  if (percent) code = 'f';
  const precision = spec.precision < 0 ? 6 : spec.precision;
  vm.charge(precision, precision);
  const written = floatText(percent ? value * 100 : value, code, precision, {
    alternate: spec.alternate,
    addDot,
    noNegativeZero: spec.noNegativeZero,
  });
  const negative = written.startsWith('-');
  let text = negative ? written.slice(1) : written;
  if (spec.type >= 'A' && spec.type <= 'Z') text = text.toUpperCase();
  const digits = (/^\d*/.exec(text) as RegExpExecArray)[0];
  return { negative, prefix: '', digits, rest: text.slice(digits.length) + (percent ? '%' : '') };
}

/** format(complex, spec): each part by the spec's code, the whole padded. */
export function formatComplex(vm: Machine, o: PyComplex, text: string): string {
  const spec = parseSpec(vm, o, text, '', '>');
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) unknownCode(vm, o, spec.type);
  if (spec.fill === '0') vm.raise(ValueErrorType, 'Zero padding is not allowed in complex format specifier');
  if (spec.align === '=')
    vm.raise(ValueErrorType, "'=' alignment flag is not allowed in complex format specifier");
  const part = (value: number, sign: string): string => {
    const n = floatParts(vm, value, spec, false);
    return numberText(vm, n, { ...spec, width: -1, sign });
  };
  let out: string;
  if (spec.type === '' && o.real === 0 && !Object.is(o.real, -0)) out = `${part(o.imag, spec.sign)}j`;
  else {
    out = `${part(o.real, spec.sign)}${part(o.imag, '+')}j`;
    if (spec.type === '') out = `(${out})`;
  }
  return padded(vm, out, out.length, spec);
}

/** format(str, spec). */
export function formatStr(vm: Machine, o: PyObject, value: string, text: string): string {
  const spec = parseSpec(vm, o, text, 's', '<');
  const fail = (message: string): never => vm.raise(ValueErrorType, message);
  if (spec.type !== 's') unknownCode(vm, o, spec.type);
  if (spec.sign === ' ') fail('Space not allowed in string format specifier');
  if (spec.sign !== '') fail('Sign not allowed in string format specifier');
  if (spec.noNegativeZero) fail('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) fail('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') fail("'=' alignment not allowed in string format specifier");
  chargeText(vm, 4 * value.length);
  const chars = [...value];
  const kept = spec.precision >= 0 && spec.precision < chars.length ? chars.slice(0, spec.precision) : chars;
  return padded(vm, kept.join(''), kept.length, spec);
}
