import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { findBreaches } from './imports/check';
import { failedOne, type Outcome, passedOne } from './outcome';

const folders = ['lib', 'app', 'prisma', 'tests'];
const left = ['generated', 'node_modules'];

async function codeUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return left.includes(entry.name) ? [] : codeUnder(path);
    return /\.([cm]?[jt]s|[jt]sx)$/.test(entry.name) ? [path] : [];
  });
  return (await Promise.all(nested)).flat();
}

/** Holds the import rules over all code of the repository. */
export async function checkImports(root: string): Promise<Outcome> {
  const paths = (await Promise.all(folders.map((folder) => codeUnder(join(root, folder))))).flat();
  const texts = new Map<string, string>();
  for (const path of paths)
    texts.set(relative(root, path).split(sep).join('/'), await readFile(path, 'utf8'));
  const breaches = findBreaches(texts);
  for (const breach of breaches) console.error(breach);
  console.log(`${paths.length} files, ${breaches.length} breaches`);
  return breaches.length === 0 ? passedOne : failedOne();
}
