/** An archive read as exercises, each with what it is and what is wrong with it. Pure. */
import { contentHash } from '@/lib/common/hash';
import type { KindName } from '@/lib/exercises/kinds';
import { foldersOf, inArchive } from '../archive/folders';
import { type ArchiveProblem, atTop } from '../archive/problem';
import { readArchive } from '../archive/read-archive';
import type { DraftText } from '../core/draft';
import { readDraft } from '../core/read-draft';

/** Exercises of one archive at most. */
const mostExercises = 300;

/** An exercise of an archive that can be read. */
export interface ReadExercise {
  readonly draft: DraftText;
  /** In small letters. */
  readonly id: string;
  readonly title: string;
  readonly kind: KindName;
  readonly hash: string;
}

export interface ReadFolder {
  readonly path: string;
  readonly folder: string | null;
  /** Null where it has an error. */
  readonly exercise: ReadExercise | null;
  readonly problems: readonly ArchiveProblem[];
}

export interface ReadImport {
  readonly folders: readonly ReadFolder[];
  readonly ignored: readonly string[];
  /** What keeps the whole archive out. */
  readonly problems: readonly ArchiveProblem[];
}

export function readImport(bytes: Uint8Array): ReadImport {
  const archive = readArchive(bytes);
  const folders = foldersOf(archive);
  const paths = new Set(folders.map(({ path }) => path));
  const alone = archive.files
    .map(({ path }) => path)
    .filter((path) => !paths.has(path.slice(0, path.lastIndexOf('/') + 1)));
  const ofFolders = new Set(folders.flatMap(({ problems }) => problems.map(({ file }) => file)));
  const problems = archive.problems.filter(({ file }) => !ofFolders.has(file));
  const ignored = [...archive.ignored, ...alone].sort();
  if (folders.length > mostExercises) {
    const message = `The archive has ${folders.length} exercises; ${mostExercises} at a time are taken.`;
    return { folders: [], ignored, problems: [{ ...atTop('the archive'), message, severity: 'error' }] };
  }
  if (folders.length === 0 && problems.length === 0) {
    const message = 'There is no exercise in it: a folder with an exercise.yaml and a snippet.py.';
    return { folders: [], ignored, problems: [{ ...atTop('the archive'), message, severity: 'error' }] };
  }
  return { folders: withoutDoubles(folders.map(readFolder)), ignored, problems };
}

function readFolder({ path, folder, draft, problems }: ReturnType<typeof foldersOf>[number]): ReadFolder & {
  readonly idAt: { readonly line: number; readonly column: number };
} {
  const top = { line: 1, column: 1 };
  if (draft === null) return { path, folder, exercise: null, problems, idAt: top };
  const read = readDraft(draft);
  const exercise = read.content === null ? null : { draft, ...describe(read.content) };
  return {
    path,
    folder,
    exercise,
    problems: [...problems, ...read.problems.map((problem) => inArchive(path, problem))],
    idAt: read.locate(['id']),
  };
}

const describe = (content: NonNullable<ReturnType<typeof readDraft>['content']>) => ({
  id: content.exercise.id.toLowerCase(),
  title: content.exercise.title,
  kind: content.exercise.kind,
  hash: contentHash(content),
});

/** Of two with one id neither is taken: which of them is the copy, nothing tells. */
function withoutDoubles(folders: readonly ReturnType<typeof readFolder>[]): ReadFolder[] {
  return folders.map(({ idAt, ...one }) => {
    const other = folders.find(
      ({ path, exercise }) => path !== one.path && exercise !== null && exercise.id === one.exercise?.id,
    );
    if (other === undefined) return one;
    const message = `The id is that of ${other.path}exercise.yaml as well; give one of them an id of its own.`;
    const problem = { file: `${one.path}exercise.yaml`, ...idAt, message, severity: 'error' as const };
    return { ...one, exercise: null, problems: [...one.problems, problem] };
  });
}
