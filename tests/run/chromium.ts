import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { env } from '@/lib/common/env';
import { AppError } from '@/lib/common/errors';
import { type CommandOptions, runCommand, runNodeTool } from './command';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What Chromium is told in tests: no sandbox (root has none), no graphics card, no calls to the internet. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | undefined {
  const folders = env().PATH.split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** The Chromium that is there: the one of CHROMIUM_PATH, one on the PATH, or Playwright's own. */
export function presentChromium(): string | undefined {
  const given = env().CHROMIUM_PATH;
  if (given !== undefined) return given;
  const own = chromium.executablePath();
  return onPath() ?? (isExecutable(own) ? own : undefined);
}

/** Starts it once: a file of the right name may still lack its libraries. Answers what went wrong, if anything. */
async function fault(path: string): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ executablePath: path, args: chromiumFlags, timeout: 60_000 });
    await browser.close();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

function hasCommand(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function installFromDebian(options: CommandOptions): Promise<void> {
  const quiet = { ...options, variables: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 600_000 };
  await runCommand('apt-get', ['-qq', 'update'], quiet);
  await runCommand(
    'apt-get',
    ['-qq', '-y', '-o', 'Dpkg::Use-Pty=0', 'install', '--no-install-recommends', 'chromium'],
    quiet,
  );
}

/**
 * A Chromium that really starts, installed where there is none: by Playwright, and failing that, for root on
 * Debian, as Debian's package. Throws AppError "cannot-start" where none can be had.
 */
export async function ensureChromium(options: CommandOptions): Promise<string> {
  const given = env().CHROMIUM_PATH;
  const tried: string[] = [];
  const works = async (path: string | undefined) => {
    if (path === undefined || !isExecutable(path)) return false;
    const wrong = await fault(path);
    if (wrong !== undefined) tried.push(`${path}: ${wrong}`);
    return wrong === undefined;
  };
  if (given !== undefined) {
    if (await works(given)) return given;
    throw missing([`CHROMIUM_PATH is ${given}, which does not start`, ...tried]);
  }
  for (const path of [onPath(), chromium.executablePath()])
    if (path !== undefined && (await works(path))) return path;

  console.log('There is no Chromium yet; asking Playwright for its own …');
  await runNodeTool('playwright/cli.js', ['install', 'chromium'], { ...options, limit: 180_000 });
  if (await works(chromium.executablePath())) return chromium.executablePath();

  if (isRootOnDebian() && hasCommand('apt-get')) {
    console.log("Installing Debian's package chromium …");
    await installFromDebian(options);
    const path = onPath();
    if (path !== undefined && (await works(path))) return path;
  }
  throw missing(tried);
}

function missing(tried: readonly string[]): AppError {
  return new AppError('cannot-start', ['No Chromium could be found or installed.', ...tried].join('\n  '), {
    remedy: 'Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
  });
}
