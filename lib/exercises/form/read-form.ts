/** exercise.yaml as a form reads it: with patience for what is missing or of another type than it should be. */
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Place } from './edit-yaml';

/** What the file says, as plain data. */
export type FormData = Readonly<Record<string, unknown>>;

export type ReadForm =
  | { readonly status: 'read'; readonly data: FormData }
  /** No YAML, or no mapping of keys to values; lines and columns from 1. */
  | {
      readonly status: 'unreadable';
      readonly line: number;
      readonly column: number;
      readonly message: string;
    };

export function readForm(yaml: string): ReadForm {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
    const [error] = document.errors;
    if (error) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return {
        status: 'unreadable',
        line: Math.max(line, 1),
        column: Math.max(col, 1),
        message: error.message,
      };
    }
    if (document.contents === null) return { status: 'read', data: {} };
    if (!isMap(document.contents))
      return { ...atTop, message: 'It must be keys with values, such as title: …' };
    return { status: 'read', data: document.toJS({ maxAliasCount: 20 }) as FormData };
  } catch (error) {
    // Nested too deeply, or blown up by aliases.
    return { ...atTop, message: error instanceof Error ? error.message : String(error) };
  }
}

const atTop = { status: 'unreadable', line: 1, column: 1 } as const;

/** What stands at a place; undefined where nothing does. */
export function valueAt(data: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[part]
        : undefined,
    data,
  );
}

/** The text at a place, a number or a truth value as its text; '' where there is none. */
export function textAt(data: unknown, place: Place): string {
  const value = valueAt(data, place);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** The items of the list at a place; none where there is no list. */
export function listAt(data: unknown, place: Place): readonly unknown[] {
  const value = valueAt(data, place);
  return Array.isArray(value) ? value : [];
}

/** A number where that is what was typed, and the text where it is not: a placeholder, or a slip that is told. */
export const typedValue = (text: string): string | number =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim();
