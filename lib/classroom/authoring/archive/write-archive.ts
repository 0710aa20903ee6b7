import { zipSync } from 'fflate';
import type { ContentFile } from '@/lib/exercises/export/files';

/** The first moment that a ZIP archive can tell, so that the same files give the same bytes; in local time, as it is read. */
const noTime = new Date(1980, 0, 1);

/** Files as a ZIP archive. Pure. */
export function writeArchive(files: readonly ContentFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [path, new TextEncoder().encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: noTime, level: 6 });
}
