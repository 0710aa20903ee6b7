import { z } from 'zod';

/** Control characters, line and paragraph separators, half a surrogate pair, and what turns the direction of text. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** One line of text that people type, such as a name: trimmed, in Unicode's composed form, and at most so long. */
export const lineOfText = (most: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, { error: 'This cannot be empty.' })
    .max(most, { error: `This is longer than ${most} characters.` })
    .refine((text) => !unwanted.test(text), { error: 'This holds a character that cannot be shown.' });

/** The name of a person. */
export const personName = lineOfText(120);
