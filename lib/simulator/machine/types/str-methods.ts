/** Methods of str that search, split, join and pad (Objects/unicodeobject.c, Objects/stringlib). */
import { bool, int, makeBytes, None, PyInt, PyStr, str } from '../../memory/atoms';
import { PyTuple } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { StrType } from '../../memory/types';
import { method, staticMethod } from '../builtin';
import { formatStr } from '../format/format-number';
import { formatting } from '../format/formatting';
import { bareRange, isWhite } from '../format/parse-number';
import { chargeEach, chargeText } from '../work';
import { encode } from './codec';
import { makeList, makeTuple, own, sizeArgument, typeName } from './convert';
import { dictEntries, dictSet, newDict, PyDict } from './dict';
import { raiseKey } from './dict-slots';
import { LookupErrorType, TypeErrorType, ValueErrorType } from './exceptions';
import { sequenceOf } from './list';
import { indexOfText, lastIndexOfText, splitText } from './search';
import { searchBound } from './slice';
import { makeStr } from './str';
import { swallow } from './swallow';
import { textLength, textSlice, toPoints } from './text';

type Args = readonly (PyObject | undefined)[];

/** An argument that must be str. */
function text(vm: Machine, o: PyObject | undefined, message: (type: string) => string): string {
  if (o instanceof PyStr) return o.value;
  return vm.raise(TypeErrorType, message(o === undefined ? 'NoneType' : o === None ? 'None' : typeName(o)));
}

/** The part of a text that `start` and `stop` bound, or null where start lies behind the end. */
function part(vm: Machine, self: PyStr, [, start, stop]: Args): { text: string; from: number } | null {
  const length = textLength(self.value);
  const from = searchBound(vm, start === None ? undefined : start, length, 0, ' or None');
  const to = Math.min(searchBound(vm, stop === None ? undefined : stop, length, length, ' or None'), length);
  if (from > length) return null;
  return { text: textSlice(self.value, from, to), from: from > to ? -1 : from };
}

/** find and its like: the place in code points, or -1. */
function find(vm: Machine, self: PyStr, args: Args, last: boolean): number {
  const wanted = text(vm, args[0], (type) => `must be str, not ${type}`);
  const found = part(vm, self, args);
  if (found === null || found.from < 0) return -1;
  const at = last ? lastIndexOfText(found.text, wanted) : indexOfText(found.text, wanted);
  return at < 0 ? -1 : found.from + toPoints(found.text, at);
}

/** Arguments of find and its like: what is looked for, start, stop (ParseTupleAndKeywords' messages). */
function checkSearch(vm: Machine, name: string, n: number): void {
  if (n < 1) vm.raise(TypeErrorType, `${name}() takes at least 1 argument (0 given)`);
  if (n > 3) vm.raise(TypeErrorType, `${name}() takes at most 3 arguments (${n} given)`);
}
const SEARCH = '*args';
for (const [name, last] of [
  ['find', false],
  ['rfind', true],
] as const)
  method<PyStr>(StrType, name, SEARCH, (vm, self, args) => {
    checkSearch(vm, name, args.length);
    return int(find(vm, self, args, last));
  });
for (const [name, last] of [
  ['index', false],
  ['rindex', true],
] as const)
  method<PyStr>(StrType, name, SEARCH, (vm, self, args) => {
    checkSearch(vm, name, args.length);
    const at = find(vm, self, args, last);
    return at < 0 ? vm.raise(ValueErrorType, 'substring not found') : int(at);
  });
method<PyStr>(StrType, 'count', SEARCH, (vm, self, args) => {
  checkSearch(vm, 'count', args.length);
  const wanted = text(vm, args[0], (type) => `must be str, not ${type}`);
  const found = part(vm, self, args);
  if (found === null || found.from < 0) return int(0);
  return int(wanted === '' ? textLength(found.text) + 1 : splitText(found.text, wanted).length - 1);
});

for (const [name, test] of [
  ['startswith', (s: string, part: string) => s.startsWith(part)],
  ['endswith', (s: string, part: string) => s.endsWith(part)],
] as const)
  method<PyStr>(StrType, name, SEARCH, (vm, self, args) => {
    checkSearch(vm, name, args.length);
    const found = part(vm, self, args);
    const holds = (o: PyObject, message: (type: string) => string): boolean => {
      const wanted = text(vm, o, message);
      return found !== null && found.from >= 0 && test(found.text, wanted);
    };
    const [wanted] = args as [PyObject];
    if (wanted instanceof PyTuple)
      return bool(
        wanted.items.some((o) => holds(o, (type) => `tuple for ${name} must only contain str, not ${type}`)),
      );
    return bool(holds(wanted, (type) => `${name} first arg must be str or a tuple of str, not ${type}`));
  });

method<PyStr>(StrType, 'replace', 'old, new, count=-1, /', (vm, self, [before, after, countObject]) => {
  const argument = (o: PyObject | undefined, n: number): string =>
    text(vm, o, (type) => `replace() argument ${n} must be str, not ${type}`);
  const old = argument(before, 1);
  const made = argument(after, 2);
  const limit = countObject === undefined ? -1 : sizeArgument(vm, countObject);
  if (old === '') chargeEach(vm, self.value.length);
  const parts = old === '' ? ['', ...self.value, ''] : splitText(self.value, old);
  vm.charge(0, parts.length >> 1);
  const count = Math.min(limit < 0 ? Infinity : limit, parts.length - 1);
  if (count <= 0) return own(self);
  chargeText(vm, self.value.length + count * made.length);
  return makeStr(
    parts.slice(0, count + 1).join(made) +
      parts
        .slice(count + 1)
        .map((p) => old + p)
        .join(''),
  );
});

const strings = (vm: Machine, parts: readonly string[]): PyObject => {
  vm.charge(parts.length * 64, parts.length);
  return makeList(
    vm,
    parts.map((p) => own(makeStr(p))),
  );
};

const isSpaceAt = (text: string, at: number): boolean => isWhite(text.charCodeAt(at));

/** At most `limit` cuts at white space, from the left. */
function splitWhite(source: string, limit: number): string[] {
  const out: string[] = [];
  let at = bareRange(source)[0];
  while (at < source.length && out.length < limit) {
    const from = at;
    while (at < source.length && !isSpaceAt(source, at)) at++;
    out.push(source.slice(from, at));
    while (at < source.length && isSpaceAt(source, at)) at++;
  }
  if (at < source.length) out.push(source.slice(at));
  return out;
}

/** At most `limit` cuts at white space, from the right. */
function splitWhiteRight(source: string, limit: number): string[] {
  const out: string[] = [];
  let to = bareRange(source, false)[1];
  while (to > 0 && out.length < limit) {
    const end = to;
    while (to > 0 && !isSpaceAt(source, to - 1)) to--;
    out.push(source.slice(to, end));
    while (to > 0 && isSpaceAt(source, to - 1)) to--;
  }
  if (to > 0) out.push(source.slice(0, to));
  return out.reverse();
}

for (const [name, right] of [
  ['split', false],
  ['rsplit', true],
] as const)
  method<PyStr>(StrType, name, 'sep=None, maxsplit=-1', (vm, self, [separator, most]) => {
    const given = most === undefined ? -1 : sizeArgument(vm, most);
    const limit = given < 0 ? Infinity : given;
    if (separator === undefined || separator === None)
      return strings(vm, right ? splitWhiteRight(self.value, limit) : splitWhite(self.value, limit));
    const cut = text(
      vm,
      separator,
      (type) => `must be str or None, not ${type === 'None' ? 'NoneType' : type}`,
    );
    if (cut === '') vm.raise(ValueErrorType, 'empty separator');
    const parts = splitText(self.value, cut);
    if (parts.length - 1 <= limit) return strings(vm, parts);
    const at = right ? parts.length - limit : limit;
    return strings(
      vm,
      right
        ? [parts.slice(0, at).join(cut), ...parts.slice(at)]
        : [...parts.slice(0, at), parts.slice(at).join(cut)],
    );
  });

for (const [name, right] of [
  ['partition', false],
  ['rpartition', true],
] as const)
  method<PyStr>(StrType, name, 'sep, /', (vm, self, [separator]) => {
    const cut = text(vm, separator, (type) => `must be str, not ${type === 'None' ? 'NoneType' : type}`);
    if (cut === '') vm.raise(ValueErrorType, 'empty separator');
    const at = right ? lastIndexOfText(self.value, cut) : indexOfText(self.value, cut);
    const three =
      at < 0
        ? right
          ? ['', '', self.value]
          : [self.value, '', '']
        : [self.value.slice(0, at), cut, self.value.slice(at + cut.length)];
    return makeTuple(vm, three.map(makeStr).map(own));
  });

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is meant.
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;
method<PyStr>(StrType, 'splitlines', 'keepends=False', (vm, self, [keep]) => {
  const ends = keep !== undefined && vm.truth(keep);
  chargeEach(vm, self.value.length >> 1);
  const out: string[] = [];
  let from = 0;
  for (const end of self.value.matchAll(LINE_END)) {
    out.push(self.value.slice(from, ends ? end.index + end[0].length : end.index));
    from = end.index + end[0].length;
  }
  if (from < self.value.length) out.push(self.value.slice(from));
  return strings(vm, out);
});

method<PyStr>(StrType, 'join', 'iterable, /', (vm, self, [iterable]) => {
  const items = sequenceOf(vm, iterable as PyObject, 'can only join an iterable');
  try {
    const [only] = items;
    if (items.length === 1 && only?.type === StrType) return own(only);
    const parts = items.map((item, i) =>
      text(
        vm,
        item,
        (type) => `sequence item ${i}: expected str instance, ${type === 'None' ? 'NoneType' : type} found`,
      ),
    );
    const length = parts.reduce((sum, piece) => sum + piece.length, (parts.length - 1) * self.value.length);
    chargeText(vm, length);
    return makeStr(parts.join(self.value));
  } finally {
    vm.heap.decrefAll(items);
  }
});

/** The code point that ends before a place in UTF-16 units. */
function lastCharacter(source: string, to: number): string {
  const code = to < 2 ? 0 : (source.codePointAt(to - 2) as number);
  return code > 0xffff ? String.fromCodePoint(code) : (source[to - 1] as string);
}

for (const [name, left, right] of [
  ['strip', true, true],
  ['lstrip', true, false],
  ['rstrip', false, true],
] as const)
  method<PyStr>(StrType, name, 'chars=None, /', (vm, self, [chars]) => {
    let made = self.value;
    if (chars === undefined || chars === None) {
      made = made.slice(...bareRange(made, left, right));
    } else {
      if (!(chars instanceof PyStr)) return vm.raise(TypeErrorType, `${name} arg must be None or str`);
      chargeEach(vm, made.length + chars.value.length);
      const set = new Set(chars.value);
      let [from, to] = [0, made.length];
      if (left)
        for (const char of made) {
          if (!set.has(char)) break;
          from += char.length;
        }
      while (right && to > from) {
        const char = lastCharacter(made, to);
        if (!set.has(char)) break;
        to -= char.length;
      }
      made = made.slice(from, to);
    }
    return made === self.value ? own(self) : makeStr(made);
  });

for (const [name, test, cut] of [
  ['removeprefix', (s: string, p: string) => s.startsWith(p), (s: string, p: string) => s.slice(p.length)],
  [
    'removesuffix',
    (s: string, p: string) => p !== '' && s.endsWith(p),
    (s: string, p: string) => s.slice(0, -p.length),
  ],
] as const)
  method<PyStr>(StrType, name, 'prefix, /', (vm, self, [given]) => {
    const fix = text(vm, given, (type) => `${name}() argument must be str, not ${type}`);
    return test(self.value, fix) && fix !== '' ? makeStr(cut(self.value, fix)) : own(self);
  });

/** The fill character of ljust, rjust and center. */
function filler(vm: Machine, o: PyObject | undefined): string {
  if (o === undefined) return ' ';
  const fill = text(
    vm,
    o,
    (type) => `The fill character must be a unicode character, not ${type === 'None' ? 'NoneType' : type}`,
  );
  if (textLength(fill) !== 1)
    vm.raise(TypeErrorType, 'The fill character must be exactly one character long');
  return fill;
}
for (const [name, before] of [
  ['ljust', () => 0],
  ['rjust', (missing: number) => missing],
  ['center', (missing: number, width: number) => (missing >> 1) + (missing & width & 1)],
] as const)
  method<PyStr>(StrType, name, "width, fillchar=' ', /", (vm, self, [widthObject, fillObject]) => {
    const width = sizeArgument(vm, widthObject as PyObject);
    const fill = filler(vm, fillObject);
    const missing = width - textLength(self.value);
    if (missing <= 0) return own(self);
    chargeText(vm, width);
    const left = before(missing, width);
    return makeStr(fill.repeat(left) + self.value + fill.repeat(missing - left));
  });
method<PyStr>(StrType, 'zfill', 'width, /', (vm, self, [widthObject]) => {
  const width = sizeArgument(vm, widthObject as PyObject);
  const missing = width - textLength(self.value);
  if (missing <= 0) return own(self);
  chargeText(vm, width);
  const sign = /^[+-]/.test(self.value) ? (self.value[0] as string) : '';
  return makeStr(sign + '0'.repeat(missing) + self.value.slice(sign.length));
});
method<PyStr>(StrType, 'expandtabs', 'tabsize=8', (vm, self, [size]) => {
  const width = size === undefined ? 8 : sizeArgument(vm, size);
  chargeEach(vm, self.value.length);
  vm.charge(self.value.length);
  let column = 0;
  let out = '';
  for (const char of self.value) {
    if (char === '\t') {
      const spaces = width > 0 ? width - (column % width) : 0;
      chargeText(vm, spaces);
      out += ' '.repeat(spaces);
      column += spaces;
      continue;
    }
    out += char;
    column = char === '\n' || char === '\r' ? 0 : column + 1;
  }
  return makeStr(out);
});

method<PyStr>(StrType, 'format', '*args, **kwargs', (vm, self, args, names) => {
  const given = args.length - names.length;
  // A tuple and a dict hold the arguments.
  const packed = (args as readonly PyObject[]).slice();
  for (const arg of packed) arg.rc++;
  try {
    return makeStr(
      formatting.get().formatString(vm, self.value, {
        positional: packed.slice(0, given),
        keyword: (name) => {
          const at = names.indexOf(name);
          return at < 0 ? raiseKey(vm, str(name)) : own(packed[given + at] as PyObject);
        },
      }),
    );
  } finally {
    vm.heap.decrefAll(packed);
  }
});
method<PyStr>(StrType, 'format_map', 'mapping, /', (vm, self, [mapping]) =>
  makeStr(
    formatting.get().formatString(vm, self.value, {
      positional: null,
      keyword: (name) => vm.getItem(mapping as PyObject, str(name)),
    }),
  ),
);
method<PyStr>(StrType, '__format__', 'format_spec, /', (vm, self, [spec]) => {
  const given = text(vm, spec, (type) => `__format__() argument must be str, not ${type}`);
  return given === '' ? own(self) : str(formatStr(vm, self, self.value, given));
});
method<PyStr>(StrType, 'encode', "encoding='utf-8', errors='strict'", (vm, self, [encoding, errors]) => {
  const name =
    encoding === undefined
      ? 'utf-8'
      : text(vm, encoding, (type) => `encode() argument 'encoding' must be str, not ${type}`);
  if (errors !== undefined && vm.str(errors) !== 'strict')
    vm.refuse('str.encode errors', 'Only strict encoding is supported.');
  return makeBytes(encode(vm, self.value, name));
});
method<PyStr>(StrType, '__getnewargs__', '', (vm, self) => makeTuple(vm, [str(self.value)]));

method<PyStr>(StrType, 'translate', 'table, /', (vm, self, [table]) => {
  vm.charge(self.value.length, 2 * self.value.length);
  let out = '';
  for (const char of self.value) {
    let found: PyObject;
    try {
      found = vm.getItem(table as PyObject, int(char.codePointAt(0) as number));
    } catch (error) {
      if (!swallow(vm, error, [LookupErrorType])) throw error;
      out += char;
      continue;
    }
    if (found instanceof PyInt) {
      if (found.value < 0 || found.value > 0x10ffff)
        vm.raise(ValueErrorType, 'character mapping must be in range(0x110000)');
      out += String.fromCodePoint(Number(found.value));
    } else if (found instanceof PyStr) {
      vm.charge(found.value.length, 1);
      out += found.value;
    } else if (found !== None) {
      vm.heap.decref(found);
      vm.raise(TypeErrorType, 'character mapping must return integer, None or str');
    }
    vm.heap.decref(found);
  }
  return makeStr(out);
});

staticMethod(StrType, 'maketrans', 'x, y=None, z=None, /', (vm, [x, y, z]) => {
  const table = newDict(vm);
  const put = (key: string, value: PyObject): void =>
    dictSet(vm, table, int(key.codePointAt(0) as number), value);
  if (y === undefined) {
    if (!(x instanceof PyDict))
      vm.raise(TypeErrorType, 'if you give only one argument to maketrans it must be a dict');
    for (const [key, value] of dictEntries(x as PyDict)) {
      if (key instanceof PyStr) {
        if (textLength(key.value) !== 1)
          vm.raise(ValueErrorType, 'string keys in translate table must be of length 1');
        put(key.value, value);
      } else if (key instanceof PyInt) dictSet(vm, table, key, value);
      else vm.raise(TypeErrorType, 'keys in translate table must be strings or integers');
    }
    return table;
  }
  if (!(x instanceof PyStr))
    vm.raise(TypeErrorType, 'first maketrans argument must be a string if there is a second argument');
  for (const o of [x, y, z]) if (o instanceof PyStr) chargeEach(vm, 4 * o.value.length);
  const from = [...(x as PyStr).value];
  const to = [...text(vm, y, (type) => `maketrans() argument 2 must be str, not ${type}`)];
  if (from.length !== to.length)
    vm.raise(ValueErrorType, 'the first two maketrans arguments must have equal length');
  for (const [i, char] of from.entries()) put(char, int((to[i] as string).codePointAt(0) as number));
  if (z !== undefined)
    for (const char of text(vm, z, (type) => `maketrans() argument 3 must be str, not ${type}`))
      put(char, None);
  return table;
});
