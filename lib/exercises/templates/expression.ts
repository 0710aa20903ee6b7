/** What stands between `{{` and `}}`: a parameter, or whole-number arithmetic with parameters. */

/** The value of a parameter. */
export type Drawn = number | string | readonly number[];
export type Values = ReadonlyMap<string, Drawn>;

/** A placeholder that cannot be filled: an unknown name, or no arithmetic. For authors. */
export class PlaceholderError extends Error {}

/** Brackets within brackets are read one within the other, and no stack is without end. */
const longest = 300;

const tokenPattern = /\s*(\d+|[A-Za-z_][A-Za-z0-9_]*|\/\/|[-+*%()[\]])/y;

/**
 * The value of a placeholder: `a`, `n + 1`, `rows * columns`, `xs[0]`, `len(xs)`; with + - * // % as Python's.
 * Throws PlaceholderError.
 */
export function evaluate(text: string, values: Values): Drawn {
  if (text.length > longest)
    throw new PlaceholderError(`A placeholder has ${longest} characters at most: {{${text.slice(0, 20)}…`);
  const reader = new Reader(tokens(text), values, text);
  const value = reader.sum();
  reader.end();
  return value;
}

function tokens(text: string): string[] {
  const found: string[] = [];
  const trimmed = text.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < trimmed.length) {
    const token = tokenPattern.exec(trimmed)?.[1];
    if (token === undefined) throw new PlaceholderError(`{{${text}}} is no placeholder.`);
    found.push(token);
  }
  return found;
}

class Reader {
  private place = 0;
  constructor(
    private readonly tokens: readonly string[],
    private readonly values: Values,
    private readonly text: string,
  ) {}

  end(): void {
    if (this.place < this.tokens.length) this.fail();
  }

  sum(): Drawn {
    let left = this.product();
    for (let sign = this.oneOf('+', '-'); sign !== null; sign = this.oneOf('+', '-')) {
      const right = this.number(this.product());
      left = sign === '+' ? this.number(left) + right : this.number(left) - right;
    }
    return left;
  }

  private product(): Drawn {
    let left = this.factor();
    for (let sign = this.oneOf('*', '//', '%'); sign !== null; sign = this.oneOf('*', '//', '%')) {
      const right = this.number(this.factor());
      const [a, quotient] = [this.number(left), Math.floor(this.number(left) / right)];
      if (sign !== '*' && right === 0) throw new PlaceholderError(`{{${this.text}}} divides by zero.`);
      left = sign === '*' ? a * right : sign === '//' ? quotient : a - quotient * right;
    }
    return left;
  }

  private factor(): Drawn {
    if (this.oneOf('-') !== null) return -this.number(this.factor());
    if (this.oneOf('(') !== null) {
      const value = this.sum();
      this.expect(')');
      return value;
    }
    const token = this.tokens[this.place];
    if (token === undefined || !/^[\dA-Za-z_]/.test(token)) this.fail();
    this.place += 1;
    if (/^\d/.test(token as string)) return Number(token);
    if (token === 'len' && this.oneOf('(') !== null) {
      const row = this.row(this.sum());
      this.expect(')');
      return row.length;
    }
    return this.named(token as string);
  }

  private named(name: string): Drawn {
    const value = this.values.get(name);
    if (value === undefined) throw new PlaceholderError(`There is no parameter "${name}".`);
    if (this.oneOf('[') === null) return value;
    const row = this.row(value);
    const item = row.at(this.number(this.sum()));
    this.expect(']');
    if (item === undefined) throw new PlaceholderError(`{{${this.text}}} is beyond the end of ${name}.`);
    return item;
  }

  private number(value: Drawn): number {
    if (typeof value !== 'number')
      throw new PlaceholderError(`{{${this.text}}} calculates with what is no number.`);
    return value;
  }

  private row(value: Drawn): readonly number[] {
    if (typeof value === 'number' || typeof value === 'string') this.fail();
    return value as readonly number[];
  }

  private oneOf(...signs: readonly string[]): string | null {
    const token = this.tokens[this.place];
    if (token === undefined || !signs.includes(token)) return null;
    this.place += 1;
    return token;
  }

  private expect(sign: string): void {
    if (this.oneOf(sign) === null) this.fail();
  }

  private fail(): never {
    throw new PlaceholderError(`{{${this.text}}} is no placeholder.`);
  }
}
