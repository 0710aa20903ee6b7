/** complex (Objects/complexobject.c). */
import { bool, float, NotImplemented, PyComplex, PyFloat, PyInt, PyStr, str } from '../../memory/atoms';
import type { Binary, KeywordNames, Machine, PyObject, PyType } from '../../memory/object';
import { ComplexType } from '../../memory/types';
import { attribute, bind, define, method, signature } from '../builtin';
import { complexRepr } from '../format/float-text';
import { formatComplex } from '../format/format-number';
import { hashComplex, hashFloat } from '../format/hash';
import { parseFloatText, plain } from '../format/parse-number';
import { strRepr } from '../format/str-repr';
import { complexPower, type Pair, product, quotient } from './complex-arithmetic';
import { makeTuple, own, toFloat, typeName } from './convert';
import { TypeErrorType, ValueErrorType } from './exceptions';
import { toDouble } from './int-arithmetic';

function operand(vm: Machine, o: PyObject): Pair | null {
  if (o instanceof PyComplex) return [o.real, o.imag];
  if (o instanceof PyFloat) return [o.value, 0];
  return o instanceof PyInt ? [toDouble(vm, o.value), 0] : null;
}

const complexes =
  (code: (vm: Machine, a: Pair, b: Pair) => PyObject): Binary =>
  (vm, left, right) => {
    const a = operand(vm, left);
    const b = a && operand(vm, right);
    return a && b ? code(vm, a, b) : NotImplemented;
  };

const made = ([real, imag]: Pair): PyObject => new PyComplex(real, imag);
const self = (o: PyObject): PyComplex => o as PyComplex;

define(ComplexType, {
  repr: (_vm, o) => str(complexRepr(self(o).real, self(o).imag)),
  hash: (vm, o) => {
    const { real, imag } = self(o);
    if (Number.isNaN(real) || Number.isNaN(imag))
      vm.refuse('hash(nan)', 'The hash of a NaN depends on its address.');
    return hashComplex(hashFloat(real), hashFloat(imag));
  },
  compare: (vm, left, right, op) => {
    if (op !== '==' && op !== '!=') return NotImplemented;
    const { real, imag } = self(left);
    let equal: boolean;
    if (right instanceof PyComplex) equal = real === right.real && imag === right.imag;
    else if (right instanceof PyFloat) equal = imag === 0 && real === right.value;
    // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are equal by value here.
    else if (right instanceof PyInt) equal = imag === 0 && real == right.value;
    else if (right.type.name === 'float64' && right.type.module === 'numpy') {
      // np.float64 is a subclass of float: complex_richcompare answers for it, with a bool.
      const value = right.type.slots.float?.(vm, right);
      equal = imag === 0 && value instanceof PyFloat && real === value.value;
    } else return NotImplemented;
    return bool(equal === (op === '=='));
  },
  bool: (_vm, o) => self(o).real !== 0 || self(o).imag !== 0,
  negative: (_vm, o) => new PyComplex(-self(o).real, -self(o).imag),
  positive: (_vm, o) => own(o),
  absolute: (vm, o) => {
    const { real, imag } = self(o);
    if (real === 0 || imag === 0) return float(Math.abs(real === 0 ? imag : real));
    const size = Math.hypot(real, imag);
    if (size * size === real * real + imag * imag && Number.isInteger(size)) return float(size);
    return vm.refuse('abs(complex)', 'The last digit of this absolute value depends on the C library.');
  },
  binary: {
    '+': complexes((_vm, a, b) => made([a[0] + b[0], a[1] + b[1]])),
    '-': complexes((_vm, a, b) => made([a[0] - b[0], a[1] - b[1]])),
    '*': complexes((_vm, a, b) => made(product(a, b))),
    '/': complexes((vm, a, b) => made(quotient(vm, a, b))),
    '**': complexes((vm, a, b) => complexPower(vm, a[0], a[1], b[0], b[1])),
  },
  new: newComplex,
});

const SIGNATURE = signature('real=0, imag=0');

function newComplex(vm: Machine, cls: PyType, args: readonly PyObject[], names: KeywordNames): PyObject {
  const [real, imag] = bind(vm, SIGNATURE, 'complex', 'complex', args, names);
  if (cls !== ComplexType)
    vm.refuse('subclass of complex', 'Instances of a class derived from complex are not supported.');
  if (real === undefined && imag === undefined) return new PyComplex(0, 0);
  if (real?.type === ComplexType && imag === undefined) return own(real);
  if (real instanceof PyStr) {
    if (imag !== undefined) vm.raise(TypeErrorType, "complex() can't take second arg if first is a string");
    return parse(vm, real.value);
  }
  if (imag instanceof PyStr) vm.raise(TypeErrorType, "complex() second arg can't be a string");
  const [a, b] = real === undefined ? [0, 0] : part(vm, real, 'first argument', ' a string or');
  if (imag === undefined) return new PyComplex(a, b);
  const [c, d] = part(vm, imag, 'second argument', '');
  return new PyComplex(imag instanceof PyComplex ? a - d : a, real instanceof PyComplex ? b + c : c);
}

function part(vm: Machine, o: PyObject, which: string, orString: string): Pair {
  if (o instanceof PyComplex) return [o.real, o.imag];
  if (o.type.lookup('__complex__') !== undefined)
    vm.refuse('__complex__', 'An object with __complex__ is not supported.');
  if (o.type.slots.float === undefined && o.type.slots.index === undefined)
    vm.raise(TypeErrorType, `complex() ${which} must be${orString} a number, not '${typeName(o)}'`);
  return [toFloat(vm, o), 0];
}

const NUMBER = '(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:e[+-]?\\d+)?|inf(?:inity)?|nan';
const BOTH = new RegExp(`^([+-]?(?:${NUMBER}))?(?:([+-](?:${NUMBER})?|(?:${NUMBER})?)j)?$`, 'i');

function parse(vm: Machine, text: string): PyObject {
  let clean = plain(text);
  if (clean.startsWith('(') && clean.endsWith(')')) clean = plain(clean.slice(1, -1));
  const alone = /^([+-]?)j$/i.exec(clean);
  if (alone) return new PyComplex(0, alone[1] === '-' ? -1 : 1);
  const pure = new RegExp(`^([+-]?(?:${NUMBER}))j$`, 'i').exec(clean);
  if (pure) return new PyComplex(0, parseFloatText(pure[1] as string) ?? Number.NaN);
  const match = BOTH.exec(clean);
  const real = match?.[1] === undefined ? null : parseFloatText(match[1]);
  if (/__|_$|^_|_\D|\D_/.test(clean))
    return vm.raise(ValueErrorType, `could not convert string to complex: ${strRepr(text)}`);
  if (!match || real === null) return vm.raise(ValueErrorType, 'complex() arg is a malformed string');
  if (match[2] === undefined) return new PyComplex(real, 0);
  if (match[2] === '+' || match[2] === '-') return new PyComplex(real, match[2] === '-' ? -1 : 1);
  const imag = /^[+-]/.test(match[2]) ? parseFloatText(match[2]) : null;
  if (imag === null) return vm.raise(ValueErrorType, 'complex() arg is a malformed string');
  return new PyComplex(real, imag);
}

attribute<PyComplex>(ComplexType, 'real', (_vm, o) => float(o.real));
attribute<PyComplex>(ComplexType, 'imag', (_vm, o) => float(o.imag));
method<PyComplex>(ComplexType, 'conjugate', '', (_vm, o) => new PyComplex(o.real, -o.imag));
method<PyComplex>(ComplexType, '__complex__', '', (_vm, o) => own(o));
method<PyComplex>(ComplexType, '__getnewargs__', '', (vm, o) =>
  makeTuple(vm, [float(o.real), float(o.imag)]),
);
method<PyComplex>(ComplexType, '__format__', 'format_spec, /', (vm, o, [spec]) => {
  if (!(spec instanceof PyStr))
    return vm.raise(TypeErrorType, `__format__() argument must be str, not ${typeName(spec as PyObject)}`);
  return str(spec.value === '' ? vm.str(o) : formatComplex(vm, o, spec.value));
});
