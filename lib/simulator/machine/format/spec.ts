/** The format specification mini-language: `[[fill]align][sign][z][#][0][width][,][.precision][type]`. */
import type { Machine, PyObject } from '../../memory/object';
import { typeName } from '../types/convert';
import { ValueErrorType } from '../types/exceptions';
import { chargeText } from '../work';

export interface Spec {
  readonly fill: string;
  /** '<', '>', '=' or '^'. */
  readonly align: string;
  readonly alignGiven: boolean;
  /** '+', '-', ' ' or ''. */
  readonly sign: string;
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** -1: not given. */
  readonly width: number;
  readonly precision: number;
  /** ',', '_' or ''. */
  readonly separator: string;
  readonly type: string;
}

const PATTERN =
  /^(?:([\s\S])(?=[<>=^])([<>=^])|([<>=^]))?([-+ ]?)(z?)(#?)(0?)(\d*)(,?_?)(\.?)(\d*)([\s\S]*)$/u;

/** Parse a specification for an object (Python/formatter_unicode.c). Raises ValueError. */
export function parseSpec(
  vm: Machine,
  o: PyObject,
  text: string,
  defaultType: string,
  defaultAlign: string,
): Spec {
  const fail = (message: string): never => vm.raise(ValueErrorType, message);
  const m = PATTERN.exec(text) as RegExpExecArray;
  const [fillGiven, alignAfterFill, alignAlone] = [m[1], m[2], m[3]];
  const given = alignAfterFill ?? alignAlone;
  const zero = m[7] === '0' && fillGiven === undefined;
  // A zero after an explicit fill is the first digit of the width.
  const widthDigits = fillGiven === undefined ? (m[8] as string) : `${m[7]}${m[8]}`;
  const separators = m[9] as string;
  if (widthDigits.length > 18 || (m[11] as string).length > 18)
    fail('Too many decimal digits in format string');
  const separator = separators.slice(0, 1);
  if (separators === ',_' || (separators === '_' && m[10] === '' && (m[12] as string).startsWith(',')))
    fail("Cannot specify both ',' and '_'.");
  if (m[10] === '.' && m[11] === '') fail('Format specifier missing precision');
  if (m[10] === '' && m[11] !== '') invalid();
  const rest = m[12] as string;
  if ([...rest].length > 1) invalid();
  const type = rest === '' ? defaultType : rest;
  if (separator !== '' && !'deEfFgG%'.includes(type) && !(separator === '_' && 'boxX'.includes(type)))
    fail(`Cannot specify '${separator}' with '${type}'.`);
  return {
    fill: fillGiven ?? (zero ? '0' : ' '),
    align: given ?? (zero && defaultAlign === '>' ? '=' : defaultAlign),
    alignGiven: given !== undefined,
    sign: m[4] as string,
    noNegativeZero: m[5] === 'z',
    alternate: m[6] === '#',
    width: widthDigits === '' ? -1 : Number(widthDigits),
    precision: m[11] === '' ? -1 : Number(m[11]),
    separator,
    type,
  };

  function invalid(): never {
    return fail(`Invalid format specifier '${text}' for object of type '${typeName(o)}'`);
  }
}

/** Raise for a type code that does not fit the object. */
export function unknownCode(vm: Machine, o: PyObject, code: string): never {
  const shown = code > ' ' && code < '\x7f' ? code : `\\x${(code.codePointAt(0) ?? 0).toString(16)}`;
  return vm.raise(ValueErrorType, `Unknown format code '${shown}' for object of type '${typeName(o)}'`);
}

/** Pad to the width with the fill. */
export function padded(vm: Machine, text: string, length: number, spec: Spec): string {
  const missing = spec.width - length;
  if (missing <= 0) return text;
  chargeText(vm, missing);
  const left = spec.align === '>' || spec.align === '=' ? missing : spec.align === '^' ? missing >> 1 : 0;
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

/** Parts of a number in text. */
export interface NumberText {
  readonly negative: boolean;
  /** '0x' or so. */
  readonly prefix: string;
  /** Digits before the point, which are grouped. */
  readonly digits: string;
  /** Point, fraction, exponent, percent sign. */
  readonly rest: string;
}

/** Lay out a number: sign, prefix, groups, padding (calc_number_widths, fill_number). */
export function numberText(vm: Machine, n: NumberText, spec: Spec, group = 3): string {
  const sign = n.negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const head = sign + n.prefix;
  const zeros = spec.fill === '0' && spec.align === '=';
  chargeText(vm, Math.max(spec.width, 0));
  if (spec.separator !== '' || zeros) chargeText(vm, 16 * n.digits.length);
  const least = zeros ? spec.width - head.length - n.rest.length : 0;
  const digits =
    n.digits === '' || (spec.separator === '' && !zeros)
      ? n.digits
      : grouped(n.digits, spec.separator, group, least);
  if (spec.align !== '=')
    return padded(vm, head + digits + n.rest, head.length + digits.length + n.rest.length, spec);
  return head + padded(vm, digits + n.rest, head.length + digits.length + n.rest.length, spec);
}

/** _PyUnicode_InsertThousandsGrouping. */
function grouped(digits: string, separator: string, group: number, least: number): string {
  if (separator === '') return digits.padStart(least, '0');
  let left = digits.length;
  let width = least;
  let out = '';
  for (;;) {
    const take = Math.min(group, Math.max(left, width, 1));
    const from = Math.max(left - take, 0);
    const part = digits.slice(from, left).padStart(take, '0');
    out = out === '' ? part : part + separator + out;
    left = from;
    width -= take;
    if (left <= 0 && width <= 0) return out;
    width -= separator.length;
  }
}
