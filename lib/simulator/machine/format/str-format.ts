/** `str.format` (Objects/stringlib/unicode_format.h). */
import { int, str } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { IndexErrorType, ValueErrorType } from '../types/exceptions';
import { convert, format } from './format';

/** What the fields of a format string refer to; `keyword` returns a borrowed object, or a new one with `owned`. */
export interface FormatArguments {
  /** null: `format_map`, which has none. */
  readonly positional: readonly PyObject[] | null;
  /** A new reference to the value of a keyword; raises KeyError. */
  keyword(name: string): PyObject;
}

interface Numbering {
  next: number;
  mode: 'auto' | 'manual' | null;
}

/** Fill a format string. */
export function formatString(vm: Machine, text: string, args: FormatArguments): string {
  return build(vm, text, args, { next: 0, mode: null }, 2);
}

function build(
  vm: Machine,
  text: string,
  args: FormatArguments,
  numbering: Numbering,
  depth: number,
): string {
  const fail = (message: string): never => vm.raise(ValueErrorType, message);
  if (depth < 0) fail('Max string recursion exceeded');
  let out = '';
  let at = 0;
  while (at < text.length) {
    const from = at;
    while (at < text.length && text[at] !== '{' && text[at] !== '}') at++;
    out += text.slice(from, at);
    if (at === text.length) break;
    const c = text[at++] as string;
    if (text[at] === c) {
      out += c;
      at++;
      continue;
    }
    if (c === '}') fail("Single '}' encountered in format string");
    if (at === text.length) fail("Single '{' encountered in format string");
    const field = parseField(text, at, fail);
    at = field.end;
    const made = render(vm, field, args, numbering, depth);
    vm.charge(made.length, 8);
    out += made;
  }
  return out;
}

interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  readonly nested: boolean;
  readonly end: number;
}

/** parse_field: from behind the opening brace. */
function parseField(text: string, start: number, fail: (message: string) => never): Field {
  let at = start;
  let c = '';
  for (; at < text.length; at++) {
    c = text[at] as string;
    if (c === '{') fail("unexpected '{' in field name");
    if (c === '[') while (at + 1 < text.length && text[at + 1] !== ']') at++;
    if (c === '}' || c === ':' || c === '!') break;
  }
  const name = text.slice(start, at);
  if (c === '}' && at < text.length) return { name, conversion: '', spec: '', nested: false, end: at + 1 };
  if (at >= text.length) fail("expected '}' before end of string");
  at++;
  let conversion = '';
  if (c === '!') {
    if (at >= text.length) fail('end of string while looking for conversion specifier');
    conversion = text[at++] as string;
    if (at < text.length) {
      const after = text[at++];
      if (after === '}') return { name, conversion, spec: '', nested: false, end: at };
      if (after !== ':') fail("expected ':' after conversion specifier");
    }
  }
  const from = at;
  let open = 1;
  let nested = false;
  for (; at < text.length; at++) {
    if (text[at] === '{') {
      nested = true;
      open++;
    } else if (text[at] === '}' && --open === 0)
      return { name, conversion, spec: text.slice(from, at), nested, end: at + 1 };
  }
  return fail("unmatched '{' in format spec");
}

function render(
  vm: Machine,
  field: Field,
  args: FormatArguments,
  numbering: Numbering,
  depth: number,
): string {
  let o = fieldObject(vm, field.name, args, numbering);
  try {
    if (field.conversion !== '') {
      if (!'rsa'.includes(field.conversion)) {
        const code = field.conversion;
        const shown = code > ' ' && code < '\x7f' ? code : `\\x${code.charCodeAt(0).toString(16)}`;
        vm.raise(ValueErrorType, `Unknown conversion specifier ${shown}`);
      }
      const converted = str(convert(vm, o, field.conversion));
      vm.heap.decref(o);
      o = converted;
    }
    const spec = field.nested ? build(vm, field.spec, args, numbering, depth - 1) : field.spec;
    if (depth - 1 < 0 && field.nested) vm.raise(ValueErrorType, 'Max string recursion exceeded');
    return format(vm, o, spec);
  } finally {
    vm.heap.decref(o);
  }
}

/** get_field_object: `0.name[key]`; a new reference. */
function fieldObject(vm: Machine, name: string, args: FormatArguments, numbering: Numbering): PyObject {
  const fail = (message: string): never => vm.raise(ValueErrorType, message);
  const first = (/^[^.[]*/.exec(name) as RegExpExecArray)[0];
  let o = firstObject(vm, first, args, numbering);
  try {
    let at = first.length;
    while (at < name.length) {
      let next: PyObject;
      if (name[at] === '.') {
        const from = ++at;
        while (at < name.length && name[at] !== '.' && name[at] !== '[') at++;
        if (at === from) fail('Empty attribute in format string');
        next = vm.getAttribute(o, name.slice(from, at));
      } else if (name[at] === '[') {
        const close = name.indexOf(']', at);
        if (close < 0) fail("Missing ']' in format string");
        const key = name.slice(at + 1, close);
        if (key === '') fail('Empty attribute in format string');
        next = vm.getItem(o, /^\d+$/.test(key) ? int(Number(key)) : str(key));
        at = close + 1;
      } else next = fail("Only '.' or '[' may follow ']' in format field specifier");
      vm.heap.decref(o);
      o = next;
    }
    return o;
  } catch (error) {
    vm.heap.decref(o);
    throw error;
  }
}

function firstObject(vm: Machine, first: string, args: FormatArguments, numbering: Numbering): PyObject {
  const manual = /^\d+$/.test(first);
  if (first !== '' && !manual) return args.keyword(first);
  const mode = manual ? 'manual' : 'auto';
  numbering.mode ??= mode;
  if (numbering.mode !== mode) {
    const [from, to] = manual
      ? ['automatic field numbering', 'manual field specification']
      : ['manual field specification', 'automatic field numbering'];
    vm.raise(ValueErrorType, `cannot switch from ${from} to ${to}`);
  }
  const index = manual ? Number(first) : numbering.next++;
  if (args.positional === null) return vm.raise(ValueErrorType, 'Format string contains positional fields');
  const found = args.positional[index];
  if (found === undefined)
    return vm.raise(IndexErrorType, `Replacement index ${index} out of range for positional args tuple`);
  found.rc++;
  return found;
}
