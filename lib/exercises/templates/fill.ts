/** Puts the drawn values where the placeholders stand, in texts and in data. */
import type { Fault } from '../kinds/contract';
import { type Drawn, evaluate, PlaceholderError, type Values } from './expression';

const placeholder = /\{\{([^{}]*)\}\}/g;
const placeholderAlone = /^\{\{([^{}]*)\}\}$/;

/** Texts that are filled with each other could grow without bound: no text of a variant is longer. */
const longestFilled = 100_000;

/**
 * Fills the placeholders of a text. A value of several lines is indented as the line that it stands in. Throws
 * PlaceholderError.
 */
export function fillText(text: string, values: Values): string {
  let length = 0;
  return text.replace(placeholder, (_, inner: string, at: number) => {
    const shown = showDrawn(evaluate(inner, values));
    length += shown.length;
    if (length > longestFilled)
      throw new PlaceholderError(`{{${inner}}} makes a text of more than ${longestFilled} characters.`);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const indentation = /^\s*/.exec(line)?.[0] ?? '';
    return shown.replaceAll('\n', `\n${indentation}`);
  });
}

/** As it is written in a program: a row of numbers without brackets. */
export function showDrawn(value: Drawn): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/**
 * Fills every text in plain data, keys included. A text that is one placeholder and nothing else becomes a
 * number where its value is one. What cannot be filled is a fault at its place.
 */
export function fillData(data: unknown, values: Values, faults: Fault[], path: Fault['path'] = []): unknown {
  if (typeof data === 'string') return fillLeaf(data, values, faults, path);
  if (Array.isArray(data)) return data.map((one, index) => fillData(one, values, faults, [...path, index]));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      String(fillLeaf(key, values, faults, [...path, key])),
      fillData(value, values, faults, [...path, key]),
    ]),
  );
}

function fillLeaf(text: string, values: Values, faults: Fault[], path: Fault['path']): string | number {
  try {
    const inner = placeholderAlone.exec(text)?.[1];
    if (inner === undefined) return fillText(text, values);
    const value = evaluate(inner, values);
    return typeof value === 'number' ? value : showDrawn(value);
  } catch (error) {
    if (!(error instanceof PlaceholderError)) throw error;
    faults.push({ path, message: error.message });
    return text;
  }
}
