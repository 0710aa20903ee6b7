/**
 * Where a row of characters or bytes stands in another. The host's own search is quick but quadratic at its worst
 * ('aaa…' for 'aa…b…aa'), so what could take long is searched by Knuth, Morris and Pratt in time that grows with the
 * sum of both lengths. CPython: Objects/stringlib/fastsearch.h (two-way search for the same reason).
 */

/** What is this short, or a product of both lengths this small, the host finds soon also at its worst. */
const SHORT = 16;
const SMALL = 1 << 14;

/** A row that is read by place. */
type Row = (place: number) => number;

/** For each length of a prefix: the longest proper prefix of it that is also its end. */
function borders(wanted: Row, length: number): Int32Array {
  const border = new Int32Array(length + 1);
  border[0] = -1;
  for (let i = 0, k = -1; i < length; ) {
    while (k >= 0 && wanted(i) !== wanted(k)) k = border[k] as number;
    border[++i] = ++k;
  }
  return border;
}

/** The first place of a row at or after `from`, or -1. */
function search(row: Row, length: number, wanted: Row, size: number, from: number): number {
  const border = borders(wanted, size);
  for (let at = from, matched = 0; at < length; at++) {
    while (matched >= 0 && row(at) !== wanted(matched)) matched = border[matched] as number;
    if (++matched === size) return at - size + 1;
  }
  return -1;
}

const quick = (text: string, wanted: string): boolean =>
  wanted.length <= SHORT || text.length * wanted.length < SMALL;
const units =
  (text: string): Row =>
  (place) =>
    text.charCodeAt(place);
const backwards =
  (text: string): Row =>
  (place) =>
    text.charCodeAt(text.length - 1 - place);

/** `text.indexOf(wanted, from)` */
export function indexOfText(text: string, wanted: string, from = 0): number {
  if (quick(text, wanted)) return text.indexOf(wanted, from);
  return search(units(text), text.length, units(wanted), wanted.length, from);
}

/** `text.lastIndexOf(wanted)` */
export function lastIndexOfText(text: string, wanted: string): number {
  if (quick(text, wanted)) return text.lastIndexOf(wanted);
  const found = search(backwards(text), text.length, backwards(wanted), wanted.length, 0);
  return found < 0 ? -1 : text.length - found - wanted.length;
}

/** `text.split(cut)` for a cut that is not empty. */
export function splitText(text: string, cut: string): string[] {
  if (quick(text, cut)) return text.split(cut);
  const parts: string[] = [];
  const [row, wanted] = [units(text), units(cut)];
  const border = borders(wanted, cut.length);
  let from = 0;
  for (let at = 0, matched = 0; at < text.length; at++) {
    while (matched >= 0 && row(at) !== wanted(matched)) matched = border[matched] as number;
    if (++matched < cut.length) continue;
    parts.push(text.slice(from, at + 1 - cut.length));
    from = at + 1;
    matched = 0;
  }
  parts.push(text.slice(from));
  return parts;
}

/** The first place of bytes in others, or -1. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array): number {
  if (wanted.length === 0) return 0;
  const read =
    (row: Uint8Array): Row =>
    (place) =>
      row[place] as number;
  return search(read(bytes), bytes.length, read(wanted), wanted.length, 0);
}
