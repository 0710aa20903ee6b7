import { isUtf8 } from 'node:buffer';

/** The text of a content file; or why it is not read, and where, both from 1. */
export type DecodedText =
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'refused'; readonly message: string; readonly line: number; readonly column: number };

/** Content is written by hand: the largest file of the catalogue has a fiftieth of this. */
export const mostBytes = 256 * 1024;

/**
 * Reads bytes as UTF-8, without a byte order mark and with `\n` at the end of each line. Refused: what is too large, is
 * no UTF-8 or has a character of which no database takes a text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.byteLength > mostBytes) return refused(tooLarge);
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  if (!isUtf8(bytes)) return refusedAt(text, text.indexOf('\uFFFD'), 'The file is not UTF-8 here.');
  const nul = text.indexOf('\0');
  return nul < 0 ? { status: 'read', text } : refusedAt(text, nul, 'A null character stands here.');
}

export const tooLarge = `The file is larger than ${mostBytes / 1024} KiB.`;

export const refused = (message: string): Extract<DecodedText, { status: 'refused' }> => ({
  status: 'refused',
  message,
  line: 1,
  column: 1,
});

function refusedAt(text: string, offset: number, message: string): DecodedText {
  const lines = text.slice(0, offset).split('\n');
  return { status: 'refused', message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
