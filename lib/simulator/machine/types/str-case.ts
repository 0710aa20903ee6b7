/** Methods of str that ask for the kind of its characters or change their case. */
import { bool, type PyStr } from '../../memory/atoms';
import { StrType } from '../../memory/types';
import { method } from '../builtin';
import { WHITE } from '../format/parse-number';
import { isPrintable } from '../format/str-repr';
import { chargeEach, chargeText } from '../work';
import { makeStr } from './str';

const UPPER = /\p{Uppercase}/u;
const LOWER = /\p{Lowercase}/u;
const TITLE = /\p{Lt}/u;
const ID_START = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** All characters, and at least one, match. */
const every = (pattern: string): ((text: string) => boolean) => {
  const test = new RegExp(`^(?:${pattern})+$`, 'u');
  return (text) => test.test(text);
};

/** Numeric characters of CPython's table that the general category does not tell: CJK numerals. */
const NUMERALS = '一二三四五六七八九十百千万亿兆〇零壱弐参拾';

/** Cased characters are all of one case, and there is one. */
function allCased(text: string, right: RegExp, wrong: RegExp): boolean {
  let seen = false;
  for (const char of text) {
    if (wrong.test(char) || TITLE.test(char)) return false;
    if (right.test(char)) seen = true;
  }
  return seen;
}

function isTitle(text: string): boolean {
  let cased = false;
  let seen = false;
  for (const char of text) {
    if (/\p{Uppercase}|\p{Lt}/u.test(char)) {
      if (cased) return false;
      cased = seen = true;
    } else if (LOWER.test(char)) {
      if (!cased) return false;
      seen = true;
    } else cased = false;
  }
  return seen;
}

const TESTS: Readonly<Record<string, (text: string) => boolean>> = {
  isalpha: every('\\p{L}'),
  isdecimal: every('\\p{Nd}'),
  isdigit: every(
    '\\p{Nd}|[\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468\\u2474-\\u247c\\u2488-\\u2490]',
  ),
  isnumeric: every(`\\p{N}|[${NUMERALS}]`),
  isalnum: every(`\\p{L}|\\p{N}`),
  isspace: every(`[${WHITE}]`),
  isascii: (text) => /^[\0-\x7f]*$/.test(text),
  isidentifier: (text) => ID_START.test(text),
  isprintable: (text) => {
    for (const char of text) if (!isPrintable(char)) return false;
    return true;
  },
  isupper: (text) => allCased(text, UPPER, LOWER),
  islower: (text) => allCased(text, LOWER, /\p{Uppercase}/u),
  istitle: isTitle,
};
for (const [name, test] of Object.entries(TESTS))
  method<PyStr>(StrType, name, '', (vm, self) => {
    chargeEach(vm, self.value.length);
    return bool(test(self.value));
  });

/** First cased character of each word in title case, the others in lower case. */
function title(text: string): string {
  let out = '';
  let inside = false;
  for (const char of text) {
    const cased = /\p{L}|\p{Cased}/u.test(char) && char.toLowerCase() !== char.toUpperCase();
    out += inside ? char.toLowerCase() : titled(char);
    inside = cased;
  }
  return out;
}

/** Upper case of the first of several letters: `ß` gives `Ss`. */
function titled(char: string): string {
  const upper = [...char.toUpperCase()];
  return (upper[0] ?? '') + upper.slice(1).join('').toLowerCase();
}

function swapCase(text: string): string {
  let out = '';
  for (const char of text) {
    if (UPPER.test(char)) out += char.toLowerCase();
    else out += LOWER.test(char) ? char.toUpperCase() : char;
  }
  return out;
}

const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ'),
  title,
  capitalize: (text) => {
    const [first] = text;
    return first === undefined ? '' : titled(first) + text.slice(first.length).toLowerCase();
  },
  swapcase: swapCase,
};
for (const [name, change] of Object.entries(CHANGES))
  method<PyStr>(StrType, name, '', (vm, self) => {
    chargeText(vm, self.value.length);
    chargeEach(vm, self.value.length);
    return makeStr(change(self.value));
  });
