import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ignored = new Set(['node_modules', 'generated', '.next', '.data']);

/** Every file under a path, in a fixed order; the path itself where it is a file; nothing where it is missing. */
async function filesUnder(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return [];
  if (info.isFile()) return [path];
  const names = (await readdir(path)).filter((name) => !ignored.has(name)).sort();
  return (await Promise.all(names.map((name) => filesUnder(join(path, name))))).flat();
}

/** A fingerprint of the contents of files and folders: times and places do not count. */
export async function fingerprint(root: string, paths: readonly string[], extra = ''): Promise<string> {
  const hash = createHash('sha256').update(extra);
  for (const path of paths) {
    for (const file of await filesUnder(join(root, path))) {
      const content = await readFile(file);
      hash.update(`\0${file.slice(root.length)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
