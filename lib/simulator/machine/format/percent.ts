/** `text % arguments` (unicode_format, Objects/unicodeobject.c). */
import { PyInt, PyStr, str } from '../../memory/atoms';
import { PyTuple } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { fits64, toFloat, typeName } from '../types/convert';
import { OverflowErrorType, TypeErrorType, ValueErrorType } from '../types/exceptions';
import { intText } from '../types/int-arithmetic';
import { chargeText } from '../work';
import { floatText } from './float-text';
import { asciiOnly } from './str-repr';

interface Field {
  readonly left: boolean;
  readonly sign: string;
  readonly zero: boolean;
  readonly alternate: boolean;
  width: number;
  precision: number;
}

class Formatter {
  private at = 0;
  private next = 0;
  private readonly single: boolean;
  private readonly mapping: boolean;
  private usedMapping = false;

  constructor(
    private readonly vm: Machine,
    private readonly text: string,
    private readonly args: PyObject,
  ) {
    this.single = !(args instanceof PyTuple);
    this.mapping = this.single && !(args instanceof PyStr) && args.type.slots.getItem !== undefined;
  }

  run(): string {
    let out = '';
    for (;;) {
      const percent = this.text.indexOf('%', this.at);
      out += this.text.slice(this.at, percent < 0 ? undefined : percent);
      if (percent < 0) break;
      this.at = percent + 1;
      const made = this.field();
      this.vm.charge(made.length, 8);
      out += made;
    }
    const given = this.single ? 1 : (this.args as PyTuple).items.length;
    if (this.next < given && !this.mapping) this.fail('not all arguments converted during string formatting');
    return out;
  }

  private fail(message: string): never {
    return this.vm.raise(TypeErrorType, message);
  }

  /** The next argument, borrowed. */
  private argument(): PyObject {
    const items = this.single ? [this.args] : (this.args as PyTuple).items;
    if (this.usedMapping || this.next >= items.length) this.fail('not enough arguments for format string');
    return items[this.next++] as PyObject;
  }

  private incomplete(): never {
    return this.vm.raise(ValueErrorType, 'incomplete format');
  }

  private field(): string {
    const { text } = this;
    if (text[this.at] === '%') {
      this.at++;
      return '%';
    }
    let keyed: PyObject | null = null;
    if (text[this.at] === '(') keyed = this.keyed();
    try {
      const flags = new Set<string>();
      while ('-+ #0'.includes(text[this.at] ?? '.')) flags.add(text[this.at++] as string);
      const field: Field = {
        left: flags.has('-'),
        sign: flags.has('+') ? '+' : flags.has(' ') ? ' ' : '',
        zero: flags.has('0'),
        alternate: flags.has('#'),
        width: -1,
        precision: -1,
      };
      let { left } = field;
      field.width = this.count('width');
      if (field.width < -1) {
        left = true;
        field.width = -field.width;
      }
      if (text[this.at] === '.') {
        this.at++;
        field.precision = Math.max(this.count('prec'), 0);
      }
      if ('hlL'.includes(text[this.at] ?? '.')) this.at++;
      if (this.at >= text.length) this.incomplete();
      const code = text[this.at++] as string;
      return this.rendered(code, { ...field, left }, keyed ?? this.checkCode(code));
    } finally {
      if (keyed !== null) this.vm.heap.decref(keyed);
    }
  }

  private checkCode(code: string): PyObject {
    const found = this.argument();
    if (!'csraduixXoeEfFgG'.includes(code)) this.unsupported(code);
    return found;
  }

  private unsupported(code: string): never {
    const point = code.codePointAt(0) as number;
    const shown = point > 31 && point < 127 ? code : '?';
    return this.vm.raise(
      ValueErrorType,
      `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${this.at - 1}`,
    );
  }

  /** `(key)`: a new reference to the value. */
  private keyed(): PyObject {
    if (!this.mapping) this.fail('format requires a mapping');
    let depth = 1;
    const from = ++this.at;
    while (depth > 0 && this.at < this.text.length) {
      const c = this.text[this.at++];
      if (c === ')') depth--;
      else if (c === '(') depth++;
    }
    if (depth > 0) this.vm.raise(ValueErrorType, 'incomplete format key');
    this.usedMapping = true;
    return this.vm.getItem(this.args, str(this.text.slice(from, this.at - 1)));
  }

  /** A width or precision: digits, or `*` with an argument; -1 where there is none. */
  private count(what: 'width' | 'prec'): number {
    if (this.text[this.at] === '*') {
      this.at++;
      const given = this.argument();
      if (!(given instanceof PyInt)) return this.fail('* wants int');
      if (!fits64(given.value))
        this.vm.raise(OverflowErrorType, 'Python int too large to convert to C ssize_t');
      return Number(given.value);
    }
    const digits = (/^\d*/.exec(this.text.slice(this.at, this.at + 20)) as RegExpExecArray)[0];
    this.at += digits.length;
    if (digits.length > 9)
      this.vm.raise(ValueErrorType, what === 'width' ? 'width too big' : 'precision too big');
    return digits === '' ? -1 : Number(digits);
  }

  private rendered(code: string, field: Field, o: PyObject): string {
    const { vm } = this;
    chargeText(vm, Math.max(field.width, field.precision, 0));
    if (code === 's') return pad(cut(vm.str(o), field), field);
    if (code === 'r') return pad(cut(vm.repr(o), field), field);
    if (code === 'a') return pad(cut(asciiOnly(vm.repr(o)), field), field);
    if (code === 'c') return pad(this.character(o), field);
    if ('eEfFgG'.includes(code)) {
      const value = toFloat(vm, o);
      const lower = floatText(value, code.toLowerCase(), field.precision < 0 ? 6 : field.precision, {
        alternate: field.alternate,
      });
      return number(code === code.toLowerCase() ? lower : lower.toUpperCase(), '', field);
    }
    if ('diuoxX'.includes(code)) return this.integer(code, field, o);
    return this.unsupported(code);
  }

  private character(o: PyObject): string {
    const { vm } = this;
    if (o instanceof PyStr) return [...o.value].length === 1 ? o.value : this.fail('%c requires int or char');
    const value = o instanceof PyInt ? o.value : this.fail('%c requires int or char');
    if (value < 0 || value > 0x10ffff) vm.raise(OverflowErrorType, '%c arg not in range(0x110000)');
    return String.fromCodePoint(Number(value));
  }

  private integer(code: string, field: Field, o: PyObject): string {
    const { vm } = this;
    const hexadecimal = 'oxX'.includes(code);
    let value: number | bigint;
    if (o instanceof PyInt) value = o.value;
    else {
      const slots = o.type.slots;
      const slot = hexadecimal ? slots.index : (slots.int ?? slots.index);
      if (slot === undefined || o instanceof PyStr) {
        const wanted = hexadecimal ? 'an integer' : 'a real number';
        return this.fail(`%${code} format: ${wanted} is required, not ${typeName(o)}`);
      }
      const made = slot(vm, o);
      value = (made as PyInt).value;
      vm.heap.decref(made);
    }
    let text = hexadecimal ? value.toString(code === 'o' ? 8 : 16) : intText(vm, value);
    const negative = text.startsWith('-');
    if (negative) text = text.slice(1);
    if (field.precision > text.length) text = text.padStart(field.precision, '0');
    const prefix = field.alternate && hexadecimal ? `0${code.toLowerCase()}` : '';
    if (code === 'X') return number((negative ? '-' : '') + text.toUpperCase(), prefix.toUpperCase(), field);
    return number((negative ? '-' : '') + text, prefix, field);
  }
}

const cut = (text: string, field: Field): string =>
  field.precision < 0 ? text : [...text].slice(0, field.precision).join('');

function pad(text: string, field: Field): string {
  const fill = ' '.repeat(Math.max(field.width - [...text].length, 0));
  return field.left ? text + fill : fill + text;
}

function number(text: string, prefix: string, field: Field): string {
  const sign = text.startsWith('-') ? '-' : field.sign;
  const digits = text.startsWith('-') ? text.slice(1) : text;
  const missing = field.width - sign.length - prefix.length - digits.length;
  if (field.zero && !field.left && missing > 0) return sign + prefix + '0'.repeat(missing) + digits;
  return pad(sign + prefix + digits, field);
}

/** `text % args`; borrows the arguments. Raises TypeError, ValueError. */
export const percentFormat = (vm: Machine, text: string, args: PyObject): string =>
  new Formatter(vm, text, args).run();
