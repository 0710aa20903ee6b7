/** Strings as rows of code points; host strings are UTF-16. */

const SURROGATES = /[\ud800-\udfff]/;

/** Whether each UTF-16 unit is one code point, so that the host's places are Python's. */
export const isFlat = (text: string): boolean => !SURROGATES.test(text);

/** Number of code points. */
export function textLength(text: string): number {
  if (isFlat(text)) return text.length;
  let n = 0;
  for (const _ of text) n++;
  return n;
}

/** The code points from `start` to `stop`. */
export function textSlice(text: string, start: number, stop: number): string {
  return isFlat(text) ? text.slice(start, Math.max(start, stop)) : [...text].slice(start, stop).join('');
}

/** The code point at a place, or undefined. */
export const textAt = (text: string, place: number): string | undefined =>
  isFlat(text) ? text[place] : [...text][place];

/** A place in UTF-16 units as a place in code points. */
export const toPoints = (text: string, units: number): number =>
  isFlat(text) ? units : textLength(text.slice(0, units));

/** Compare by code points: -1, 0 or 1. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (isFlat(a) && isFlat(b)) return a < b ? -1 : 1;
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = ((x[i] as string).codePointAt(0) ?? 0) - ((y[i] as string).codePointAt(0) ?? 0);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return x.length < y.length ? -1 : 1;
}
