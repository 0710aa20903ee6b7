import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A code object as CPython 3.11 compiled it. */
export interface RecordedCode {
  readonly name: string;
  readonly line: number;
  readonly varnames: readonly string[];
  readonly cellvars: readonly string[];
  readonly freevars: readonly string[];
  readonly counts: readonly number[];
  readonly starArgs: boolean;
  readonly starKeywords: boolean;
  readonly generator: boolean;
  readonly children: readonly RecordedCode[];
}

export interface RecordedProgram {
  readonly source: string;
  readonly tree: unknown;
  readonly code: RecordedCode;
}

/** What record/record-ast.py has recorded. */
export function recordedPrograms(): RecordedProgram[] {
  const file = fileURLToPath(new URL('./trees.json.gz', import.meta.url));
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as RecordedProgram[];
}

/** A recorded float as a number: Python writes `inf` where JavaScript writes `Infinity`. */
function floatOf(text: unknown): number {
  return text === 'inf' ? Number.POSITIVE_INFINITY : Number(text);
}

/** The recorded tree with its constants as the parser gives them. */
export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value === null || typeof value !== 'object') return value;
  const node = value as Record<string, unknown>;
  if (!('kind' in node) && 'type' in node) return reviveConstant(node);
  return Object.fromEntries(Object.entries(node).map(([key, field]) => [key, revive(field)]));
}

function reviveConstant(node: Record<string, unknown>): unknown {
  switch (node.type) {
    case 'int': {
      const exact = BigInt(String(node.value));
      const value = Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
      return { type: 'int', value };
    }
    case 'float':
      return { type: 'float', value: floatOf(node.value) };
    case 'complex':
      return { type: 'complex', imag: floatOf(node.imag) };
    case 'bytes':
      return { type: 'bytes', value: Uint8Array.from(node.value as number[]) };
    default:
      return node;
  }
}
