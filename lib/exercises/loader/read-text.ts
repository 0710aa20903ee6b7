import { isUtf8 } from 'node:buffer';
import { lstat, readFile } from 'node:fs/promises';

/** The text of a content file; that there is none; or why it is not read, and where, both from 1. */
export type TextRead =
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'missing' }
  | { readonly status: 'refused'; readonly message: string; readonly line: number; readonly column: number };

/** Content is written by hand: the largest file of the catalogue has a fiftieth of this. */
const mostBytes = 256 * 1024;

/**
 * Reads a file as UTF-8, without its byte order mark and with `\n` at the end of each line. Refused: what is no file
 * of its own (a folder, a link, a device), is too large, is no UTF-8 or has a character of which no database takes
 * a text.
 */
export async function readText(path: string): Promise<TextRead> {
  try {
    const about = await lstat(path);
    if (!about.isFile()) return refused('This must be a file of its own, no folder, link or device.');
    if (about.size > mostBytes) return refused(`The file is larger than ${mostBytes / 1024} KiB.`);
    const bytes = await readFile(path);
    const text = bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
    if (!isUtf8(bytes)) return refusedAt(text, text.indexOf('\uFFFD'), 'The file is not UTF-8 here.');
    const nul = text.indexOf('\0');
    return nul < 0 ? { status: 'read', text } : refusedAt(text, nul, 'A null character stands here.');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { status: 'missing' };
    return refused(`The file cannot be read (${code ?? String(error)}).`);
  }
}

const refused = (message: string): TextRead => ({ status: 'refused', message, line: 1, column: 1 });

function refusedAt(text: string, offset: number, message: string): TextRead {
  const lines = text.slice(0, offset).split('\n');
  return { status: 'refused', message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
