import { lstat, readFile } from 'node:fs/promises';
import { type DecodedText, decodeText, mostBytes, refused, tooLarge } from './decode-text';

/** The text of a content file; that there is none; or why it is not read, and where. */
export type TextRead = DecodedText | { readonly status: 'missing' };

/** Reads a file as text. Refused beside what `decodeText` refuses: what is no file of its own (a folder, a link, a device). */
export async function readText(path: string): Promise<TextRead> {
  try {
    const about = await lstat(path);
    if (!about.isFile()) return refused('This must be a file of its own, no folder, link or device.');
    if (about.size > mostBytes) return refused(tooLarge);
    return decodeText(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { status: 'missing' };
    return refused(`The file cannot be read (${code ?? String(error)}).`);
  }
}
