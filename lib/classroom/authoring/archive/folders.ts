/** The exercises in an archive: folders with an exercise.yaml and a snippet.py, wherever they stand in it. Pure. */

import type { DraftProblem, DraftText } from '../core/draft';
import { longestSnippet, longestYaml } from '../core/draft';
import { type ArchiveFile, type ArchiveProblem, atTop } from './problem';
import type { ReadArchive } from './read-archive';

export interface ArchiveFolder {
  /** Its path in the archive, '' at the top. */
  readonly path: string;
  /** `unit/exercise`, as the catalogue has it; null where it does not stand in such a folder. */
  readonly folder: string | null;
  /** Null where a file is missing or cannot be read. */
  readonly draft: DraftText | null;
  readonly problems: readonly ArchiveProblem[];
}

const folderName = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** Every exercise of the archive, by path. Lessons are left out: their folders have no exercise.yaml. */
export function foldersOf({ files, problems }: ReadArchive): ArchiveFolder[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const refused = (path: string) => problems.filter(({ file }) => file === path);
  const paths = [...files.map(({ path }) => path), ...problems.map(({ file }) => file)];
  const exercises = paths.filter((path) => path.split('/').at(-1) === 'exercise.yaml');
  const folders = new Set(exercises.map((path) => path.slice(0, -'exercise.yaml'.length)));
  return [...folders].sort().map((path) => {
    const [yaml, snippet] = [texts.get(`${path}exercise.yaml`), texts.get(`${path}snippet.py`)];
    const found = [
      ...refused(`${path}exercise.yaml`),
      ...refused(`${path}snippet.py`),
      ...sizeProblems({ path: `${path}exercise.yaml`, text: yaml ?? '' }, longestYaml),
      ...sizeProblems({ path: `${path}snippet.py`, text: snippet ?? '' }, longestSnippet),
    ];
    if (snippet === undefined && refused(`${path}snippet.py`).length === 0) {
      const message = 'The file is missing.';
      found.push({ ...atTop(`${path}snippet.py`), message, severity: 'error' });
    }
    const whole = yaml !== undefined && snippet !== undefined && found.length === 0;
    return { path, folder: folderOf(path), draft: whole ? { yaml, snippet } : null, problems: found };
  });
}

function sizeProblems({ path, text }: ArchiveFile, longest: number): ArchiveProblem[] {
  if (text.length <= longest) return [];
  const message = `The file has more than ${longest} characters.`;
  return [{ ...atTop(path), message, severity: 'error' }];
}

function folderOf(path: string): string | null {
  const parts = path.split('/').slice(0, -1).slice(-2);
  const usable = parts.length === 2 && parts.every((part) => folderName.test(part));
  return usable && parts[0] !== 'lessons' && parts[1] !== 'quiz' ? parts.join('/') : null;
}

/** A problem of a draft, in the file of the archive that it was read from. */
export const inArchive = (path: string, problem: DraftProblem): ArchiveProblem => ({
  ...problem,
  file: `${path}${problem.file}`,
});
