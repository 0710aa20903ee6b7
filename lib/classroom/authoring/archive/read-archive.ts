/** Reads a ZIP archive of exercise folders. Pure; nothing of it is ever written to a disk. */
import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { decodeText } from '@/lib/exercises/loader/decode-text';
import { entryAttributes } from './entries';
import { type ArchiveFile, type ArchiveProblem, atTop } from './problem';

/** Bytes of an archive at most, packed and unpacked, and its entries: the catalogue has a fifth of each. */
export const largestArchive = 2_000_000;
const mostUnpacked = 16_000_000;
const mostEntries = 4000;

export interface ReadArchive {
  /** The files that exercises are made of, by their paths. */
  readonly files: readonly ArchiveFile[];
  /** Paths of what is left out: it is no file of an exercise. */
  readonly ignored: readonly string[];
  /** What is wrong with the archive, or with single files. */
  readonly problems: readonly ArchiveProblem[];
}

const wantedNames: ReadonlySet<string> = new Set(['exercise.yaml', 'snippet.py']);

/** What archivers of operating systems add. */
const isLitter = (path: string): boolean =>
  path.startsWith('__MACOSX/') || /(^|\/)(\._|\.DS_Store$)/.test(path);

/** A path that leads out of the archive, or means something else on another system. */
const isUnsafe = (path: string): boolean =>
  path.startsWith('/') ||
  /^[A-Za-z]:/.test(path) ||
  /[\\\0]/.test(path) ||
  path.split('/').some((part) => part === '..' || part === '.');

/**
 * The files of the exercises in an archive. Refused as a whole: what is no archive, is too large or has too many
 * entries, packed or unpacked, and whatever leads out of it. Links and encrypted files are refused one by one.
 */
export function readArchive(bytes: Uint8Array): ReadArchive {
  if (bytes.byteLength > largestArchive)
    return nothing(`The file is larger than ${megabytes(largestArchive)}.`);
  const attributes = entryAttributes(bytes);
  if (attributes === null) return nothing('This is no ZIP archive, or it is damaged.');
  if (attributes.length > mostEntries)
    return nothing(`The archive has more than ${mostEntries} files and folders.`);
  const reading = new Reading(attributes);
  try {
    const unpacked = unzipSync(bytes, { filter: (entry) => reading.wants(entry.name, entry.originalSize) });
    return reading.result(unpacked);
  } catch (error) {
    return error instanceof Refused ? nothing(error.message) : nothing('The archive is damaged.');
  }
}

class Refused extends Error {}

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

const nothing = (message: string): ReadArchive => ({
  files: [],
  ignored: [],
  problems: [{ ...atTop('the archive'), message, severity: 'error' }],
});

/** Goes through the entries in the order of the directory, before anything is unpacked. */
class Reading {
  private readonly ignored: string[] = [];
  private readonly problems: ArchiveProblem[] = [];
  /** With their sums: what is unpacked is what was packed, whatever sizes the archive claims. */
  private readonly wanted = new Map<string, { readonly size: number; readonly crc: number }>();
  private place = 0;
  private bytes = 0;
  constructor(private readonly attributes: ReturnType<typeof entryAttributes> & object) {}

  wants(path: string, size: number): boolean {
    const about = this.attributes[this.place];
    this.place += 1;
    if (isUnsafe(path))
      throw new Refused(`The archive has a file that leads out of it: ${path.slice(0, 100)}`);
    if (path.endsWith('/') || isLitter(path)) return false;
    if (!wantedNames.has(path.slice(path.lastIndexOf('/') + 1))) {
      this.ignored.push(path);
      return false;
    }
    if (about === undefined || about.isLink || about.isEncrypted) {
      this.error(
        path,
        about?.isEncrypted ? 'This file is encrypted.' : 'This is a link; put the file itself in.',
      );
      return false;
    }
    if (this.wanted.has(path)) throw new Refused(`The archive has two files with one name: ${path}`);
    this.bytes += size;
    if (this.bytes > mostUnpacked)
      throw new Refused(`The archive has more than ${megabytes(mostUnpacked)} when it is unpacked.`);
    this.wanted.set(path, { size, crc: about.crc });
    return true;
  }

  result(unpacked: Readonly<Record<string, Uint8Array>>): ReadArchive {
    const files: ArchiveFile[] = [];
    for (const [path, { size, crc }] of this.wanted) {
      const bytes = unpacked[path];
      if (bytes?.byteLength !== size || crc32(bytes) !== crc) throw new Refused('The archive is damaged.');
      const read = decodeText(bytes);
      if (read.status === 'read') files.push({ path, text: read.text });
      else {
        const { line, column, message } = read;
        this.problems.push({ file: path, line, column, message, severity: 'error' });
      }
    }
    return { files, ignored: this.ignored, problems: this.problems };
  }

  private error(path: string, message: string): void {
    this.problems.push({ ...atTop(path), message, severity: 'error' });
  }
}
