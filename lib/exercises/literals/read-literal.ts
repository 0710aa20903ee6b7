import type { Literal } from './literal';

/** Deepest nesting that is read; deeper text is not an answer. */
const deepest = 8;

/**
 * Reads a value as a person types it: Python's own form, NumPy's (`array([1, 2])`, `[1 2]`), or a row of
 * values without brackets (`10, 2, 3`). Answers null where the text can be read in no way, or in several.
 */
export function readLiteral(text: string): Literal | null {
  const reader = new Reader(text);
  const items = reader.items(null, 0);
  if (items === null || !reader.atEnd() || items.values.length === 0) return null;
  const [first] = items.values;
  if (items.values.length === 1 && !items.comma) return first ?? null;
  // Without brackets, blanks separate numbers only: `a b` is no row of values.
  if (!items.comma && items.values.some((item) => item.type !== 'number')) return null;
  return { type: 'sequence', form: 'bare', items: items.values };
}

const numberPattern = /[+-]?(?:\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|inf\b|nan\b)/y;
const wordPattern = /(?:np\.|numpy\.)?(True|False|None)_?(?![\w.(])/y;
const scalarPattern = /(?:np\.|numpy\.)?(?:u?int\d*|float\d*|str_|bool_?)\(/y;
const arrayPattern = /(?:np\.|numpy\.)?array\(/y;
const dtypePattern = /,\s*dtype\s*=\s*[\w.'"<>]+\s*/y;

class Reader {
  private place = 0;
  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.skipBlanks();
    return this.place >= this.text.length;
  }

  /** Values up to the closing bracket, which is left; null where they cannot be read. */
  items(close: string | null, depth: number): { values: Literal[]; comma: boolean } | null {
    const values: Literal[] = [];
    let comma = false;
    for (;;) {
      this.skipBlanks();
      if (this.place >= this.text.length || (close !== null && this.text.startsWith(close, this.place))) {
        return { values, comma };
      }
      const value = this.value(depth);
      if (value === null) return null;
      values.push(value);
      const before = this.place;
      this.skipBlanks();
      if (this.take(',') || (close === null && this.take(';'))) comma = true;
      else if (before === this.place && this.place < this.text.length && !this.startsClose(close))
        return null;
    }
  }

  private startsClose(close: string | null): boolean {
    return close !== null && this.text.startsWith(close, this.place);
  }

  private value(depth: number): Literal | null {
    if (depth > deepest) return null;
    const word = this.match(wordPattern);
    if (word !== null) return { type: 'word', text: (word[1] ?? 'None') as 'True' | 'False' | 'None' };
    if (this.match(arrayPattern) !== null) return this.array(depth);
    if (this.match(scalarPattern) !== null) return this.wrapped(depth);
    const number = this.match(numberPattern);
    if (number !== null) return readNumber(number[0]);
    const sign = this.text[this.place];
    if (sign === "'" || sign === '"') return this.string(sign);
    if (this.take('[')) return this.bracketed('list', ']', depth);
    if (this.take('(')) return this.bracketed('tuple', ')', depth);
    if (this.take('{')) return this.braces(depth);
    return null;
  }

  private bracketed(form: 'list' | 'tuple', close: string, depth: number): Literal | null {
    const inside = this.items(close, depth + 1);
    if (inside === null || !this.take(close)) return null;
    // `(5)` is 5 in brackets; `(1 2)` is nothing.
    if (form === 'tuple' && !inside.comma && inside.values.length > 0) {
      return inside.values.length === 1 ? (inside.values[0] ?? null) : null;
    }
    return { type: 'sequence', form, items: inside.values };
  }

  private array(depth: number): Literal | null {
    this.skipBlanks();
    const inside = this.value(depth + 1);
    this.skipBlanks();
    this.match(dtypePattern);
    this.skipBlanks();
    if (inside?.type !== 'sequence' || !this.take(')')) return null;
    return { type: 'sequence', form: 'list', items: inside.items };
  }

  private wrapped(depth: number): Literal | null {
    this.skipBlanks();
    const inside = this.value(depth + 1);
    this.skipBlanks();
    return this.take(')') ? inside : null;
  }

  private braces(depth: number): Literal | null {
    const entries: [Literal, Literal][] = [];
    const items: Literal[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.take('}')) break;
      const key = this.value(depth + 1);
      if (key === null) return null;
      this.skipBlanks();
      if (this.take(':')) {
        this.skipBlanks();
        const value = this.value(depth + 1);
        if (value === null) return null;
        entries.push([key, value]);
      } else items.push(key);
      this.skipBlanks();
      if (!this.take(',') && this.text[this.place] !== '}') return null;
    }
    if (entries.length > 0) return items.length === 0 ? { type: 'mapping', entries } : null;
    return items.length > 0 ? { type: 'set', items } : { type: 'mapping', entries };
  }

  private string(quote: string): Literal | null {
    let value = '';
    for (let at = this.place + 1; at < this.text.length; at += 1) {
      const sign = this.text[at];
      if (sign === quote) {
        this.place = at + 1;
        return { type: 'string', value };
      }
      if (sign === '\\') {
        at += 1;
        const escaped = this.text[at] ?? '';
        value += escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped;
      } else value += sign;
    }
    return null;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.text);
    if (found !== null) this.place = pattern.lastIndex;
    return found;
  }

  private take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.place)) return false;
    this.place += sign.length;
    return true;
  }

  private skipBlanks(): void {
    while (/\s/.test(this.text[this.place] ?? '')) this.place += 1;
  }
}

function readNumber(written: string): Literal {
  const text = written.replaceAll('_', '').replace(/^\+/, '');
  if (/^-?\d+$/.test(text)) {
    // Digits are kept as text: an int may be too large for a JavaScript number.
    const exact = BigInt(text).toString();
    return { type: 'number', value: Number(exact), text: exact };
  }
  const value = text === 'nan' || text === '-nan' ? Number.NaN : Number(text.replace('inf', 'Infinity'));
  const shown = Number.isInteger(value) && !/e/i.test(text) ? `${value}.0` : text;
  return { type: 'number', value, text: shown };
}
