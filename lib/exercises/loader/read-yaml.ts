import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ContentProblem, problemText } from './problem';

export type Path = readonly PropertyKey[];

/** A content file that was read, and where in it each value stands. */
export interface ReadFile<T> {
  readonly value: T;
  readonly file: string;
  /** The place of the value at this path, or of the nearest one above it. */
  readonly locate: (path: Path) => { line: number; column: number };
}

/**
 * Reads YAML and checks it by the schema. Every error of the file is reported, each at its line; the value
 * is null where there is one.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { read: ReadFile<T> | null; problems: ContentProblem[] } {
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === null) {
    const problem = {
      severity: 'error' as const,
      file,
      line: 1,
      column: 1,
      message: tooDeep,
    };
    return { read: null, problems: [problem] };
  }
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: ContentProblem[] = [
    ...document.errors.map((error) => ({
      severity: 'error' as const,
      // Deep nesting exhausts the stack of the parser, which reports that as an error of its own.
      message: /call stack/i.test(error.message) ? tooDeep : error.message,
      pos: error.pos,
    })),
    ...document.warnings.map((one) => ({ severity: 'warning' as const, message: one.message, pos: one.pos })),
  ].map(({ severity, message, pos }) => ({ severity, file, ...at(pos[0]), message }));
  if (document.errors.length > 0) return { read: null, problems: readable(problems) };

  const locate = (path: Path) => at(offsetOf(document, path));
  let plain: unknown;
  try {
    // Aliases could blow a small file up; content has no need of many.
    plain = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ severity: 'error', file, ...locate([]), message });
    return { read: null, problems };
  }
  if (isWithoutEnd(plain)) {
    problems.push({ severity: 'error', file, ...locate([]), message: tooDeep });
    return { read: null, problems };
  }
  const unstorable = unstorablePath(plain);
  if (unstorable !== null) {
    const message = 'A null character or half a surrogate pair is no text.';
    problems.push({ severity: 'error', file, ...locate(unstorable), message });
    return { read: null, problems };
  }
  const result = schema.safeParse(plain);
  if (result.success) return { read: { value: result.data, file, locate }, problems };
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const place = at(offsetOf(document, [...issue.path, key], 'key'));
        problems.push({ severity: 'error', file, ...place, message: `The key "${key}" is not known here.` });
      }
      continue;
    }
    const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    problems.push({ severity: 'error', file, ...locate(issue.path), message: `${where}${issue.message}` });
  }
  return { read: null, problems };
}

const tooDeep = 'It is nested too deeply.';

/** Whether data holds itself, by an anchor within what it names, or is nested so deeply that no stack is deep enough. */
function isWithoutEnd(plain: unknown): boolean {
  try {
    JSON.stringify(plain);
    return false;
  } catch {
    return true;
  }
}

/** Faults of YAML that are told one by one; what comes after them follows from them. */
const mostToldApart = 20;

/** The first of them, each once: brackets that are left open all end at one place. */
function readable(problems: readonly ContentProblem[]): ContentProblem[] {
  const different = [...new Map(problems.map((one) => [problemText(one), one])).values()];
  const next = different[mostToldApart];
  if (next === undefined) return different;
  const message = `There are ${different.length - mostToldApart} more errors from here on.`;
  return [...different.slice(0, mostToldApart), { ...next, message }];
}

/** The document; null where it is nested so deeply that no stack is deep enough for it. */
function parsed(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A null character, or a surrogate without its other half. */
const noText = /\0|\p{Surrogate}/u;

/** Where a text is that no database takes: escapes of YAML can say what no UTF-8 file can. Null: nowhere. */
function unstorablePath(plain: unknown, path: Path = []): Path | null {
  if (typeof plain === 'string') return noText.test(plain) ? path : null;
  if (typeof plain !== 'object' || plain === null) return null;
  for (const [key, value] of Object.entries(plain)) {
    const place = [...path, Array.isArray(plain) ? Number(key) : key];
    const found = unstorablePath(key, place) ?? unstorablePath(value, place);
    if (found !== null) return found;
  }
  return null;
}

/** Offset of the node at the path; of the nearest node above it where the path leads nowhere. */
function offsetOf(document: Document, path: Path, which: 'key' | 'value' = 'value'): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (which === 'key' && isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path[length - 1]);
      const key = isScalar(pair?.key) ? pair.key.range : undefined;
      if (key) return key[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
