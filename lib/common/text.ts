import { z } from 'zod';

/** Control characters, line and paragraph separators, half a surrogate pair, and what turns the direction of text. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What ends a line, or goes on at the next stop of the tabulator. */
const layout = /[\r\n\t]/g;

/** What people are told instead of the general words. */
interface Told {
  readonly empty?: string;
  readonly long?: string;
}

/** One line of text that people type, such as a name: trimmed, in Unicode's composed form, and at most so long. */
export const lineOfText = (most: number, told: Told = {}) =>
  textOfPeople(most, told, (text) => !unwanted.test(text));

/** Text that people type on as many lines as they like, such as a reason; else as `lineOfText`. */
export const linesOfText = (most: number, told: Told = {}) =>
  textOfPeople(most, told, (text) => !unwanted.test(text.replace(layout, '')));

const textOfPeople = (most: number, { empty, long }: Told, shows: (text: string) => boolean) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, { error: empty ?? 'This cannot be empty.' })
    .max(most, { error: long ?? `This is longer than ${most} characters.` })
    .refine(shows, { error: 'This holds a character that cannot be shown.' });

/** The beginning of a text, in UTF-16 units at most; no character is cut in half. */
export const shortened = (text: string, most: number): string =>
  text.slice(0, most).replace(/\p{Surrogate}$/u, '');

/** What PostgreSQL cannot keep as text: the character NUL, and one half of a surrogate pair. */
const unstorable = (text: string) => text.includes('\0') || /\p{Surrogate}/u.test(text);

/**
 * Where a value of any depth holds text that PostgreSQL cannot keep, as the names and numbers that lead there; null where
 * all of it can be kept.
 */
export function unstorableIn(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return unstorable(value) ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (unstorable(key)) return [];
    const path = unstorableIn(inner);
    if (path !== null) return [key, ...path];
  }
  return null;
}

/** The name of a person. */
export const personName = lineOfText(120);
