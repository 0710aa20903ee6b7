import type { Constant, Expression, FormattedValue } from './ast';
import { type FieldScan, readField } from './fstring-field';
import { decodeString, StringProblem } from './string-escapes';

type Place = Pick<Constant, 'line' | 'column' | 'endLine' | 'endColumn'>;
type CompilePart = (source: string, line: number, column: number) => Expression;

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Collects the parts of adjacent string literals with at least one f-string among them, as
 * CPython 3.11 does (string_parser.c, FstringParser): every part has the place of the whole,
 * save format specs, which have that of their own token.
 */
export class FormatStringReader {
  /** Literal text since the last field. */
  text = '';
  private readonly values: Expression[] = [];
  private token: Token = { text: '', line: 1, column: 0, endLine: 1, endColumn: 0 };
  private raw = false;
  private end = 0;

  constructor(
    private readonly place: Place,
    private readonly compile: CompilePart,
  ) {}

  addText(text: string): void {
    this.text += text;
  }

  /** Adds the f-string whose body is `token.text[start:end]`. */
  read(token: Token, start: number, end: number, raw: boolean): void {
    this.token = token;
    this.lineEnds = null;
    this.raw = raw;
    this.end = end;
    this.readParts(start, 0);
  }

  /** The parts, the last text having the given place. */
  finish(place: Place): Expression[] {
    this.flush(place);
    return this.values;
  }

  private flush(place: Place): void {
    if (this.text === '') return;
    this.values.push({ kind: 'Constant', ...place, value: { type: 'str', value: this.text } });
    this.text = '';
  }

  /** Literal text and fields up to the end (depth 0), or to the `}` of a format spec. @returns the place there */
  private readParts(start: number, depth: number): number {
    let pos = start;
    for (;;) {
      pos = this.readLiteral(pos, depth);
      if (pos >= this.end || this.token.text[pos] === '}') break;
      pos = this.readReplacement(pos, depth);
    }
    if (depth > 0 && this.token.text[pos] !== '}') throw new StringProblem("f-string: expecting '}'");
    return pos;
  }

  private readLiteral(start: number, depth: number): number {
    const { text } = this.token;
    const { end, raw } = this;
    let from = start;
    let pos = start;
    const add = (to: number) => {
      if (to > from) this.addText(raw ? text.slice(from, to) : decodeString(text.slice(from, to)));
    };
    while (pos < end) {
      let character = text[pos++] as string;
      if (!raw && character === '\\' && pos < end) {
        character = text[pos++] as string;
        if (character === 'N') {
          // The braces of \N{name} open no field.
          if (pos < end && text[pos++] === '{') while (pos < end && text[pos++] !== '}');
          continue;
        }
      }
      if (character !== '{' && character !== '}') continue;
      if (depth === 0) {
        if (pos < end && text[pos] === character) {
          add(pos);
          from = ++pos;
          continue;
        }
        if (character === '}') throw new StringProblem("f-string: single '}' is not allowed");
      }
      pos--;
      break;
    }
    add(pos);
    return pos;
  }

  /** The field that opens at `open`. @returns the place after its closing brace */
  private readReplacement(open: number, depth: number): number {
    if (depth >= 2) throw new StringProblem('f-string: expressions nested too deeply');
    const scan: FieldScan = readField(this.token.text, open, this.end, (from, to) => this.part(from, to));
    let pos = scan.pos;
    this.addText(scan.echo);
    let format_spec: FormattedValue['format_spec'] = null;
    if (this.token.text[pos] === ':') {
      if (++pos >= this.end) throw new StringProblem("f-string: expecting '}'");
      const spec = new FormatStringReader(this.place, this.compile);
      spec.token = this.token;
      spec.raw = this.raw;
      spec.end = this.end;
      spec.lineEnds = this.lineEnds;
      pos = spec.readParts(pos, depth + 1);
      const { line, column, endLine, endColumn } = this.token;
      const place = { line, column, endLine, endColumn };
      format_spec = { kind: 'JoinedStr', ...place, values: spec.finish(place) };
    }
    if (pos >= this.end || this.token.text[pos] !== '}') throw new StringProblem("f-string: expecting '}'");
    this.flush(this.place);
    const plainEcho = scan.echo !== '' && format_spec === null && scan.conversion === -1;
    const conversion = plainEcho ? 114 : scan.conversion;
    this.values.push({ kind: 'FormattedValue', ...this.place, value: scan.value, conversion, format_spec });
    return pos + 1;
  }

  /** Places of the line ends in the token, found once. */
  private lineEnds: readonly number[] | null = null;

  /** Parses the expression in `token.text[from:to]`, in brackets as CPython does. */
  private part(from: number, to: number): Expression {
    const { text, line, column } = this.token;
    this.lineEnds ??= lineEndsOf(text);
    const { lines, columns } = locate(text, from - 1, this.lineEnds);
    const first = lines === 0 ? column + columns : columns;
    return this.compile(`(${text.slice(from, to)})\n`, line + lines, first);
  }
}

function lineEndsOf(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return ends;
}

/** Lines and columns from the start of the token to the brace at `open` (fstring_find_expr_location). */
function locate(text: string, open: number, lineEnds: readonly number[]): { lines: number; columns: number } {
  let lines = 0;
  while ((lineEnds[lines] ?? open) < open) lines++;
  let pos = open + 1;
  while (text[pos] === ' ' || text[pos] === '\t' || text[pos] === '\f') pos++;
  if (text[pos] === '\n' || text[pos] === '}') return { lines, columns: 0 };
  return { lines, columns: open - ((lineEnds[lines - 1] ?? -1) + 1) };
}
