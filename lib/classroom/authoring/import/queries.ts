/** What an archive would change in a course. */
import 'server-only';
import { createHash } from 'node:crypto';
import { AppError } from '@/lib/common/errors';
import { contentHash } from '@/lib/common/hash';
import { LeastRecentlyUsed } from '@/lib/common/least-recently-used';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { inArchive } from '../archive/folders';
import type { ArchiveProblem } from '../archive/problem';
import type { CheckedDraft } from '../core/check';
import type { DraftText } from '../core/draft';
import { runAuthoring } from '../runner';
import type { ReadExercise, ReadFolder, ReadImport } from './read-import';
import { type PlannedItem, replacesDraft, type StoredExercise, statusOf } from './rules';
import type { ImportPreview } from './schema';

/** Planned for one course; `preview` is what its teacher sees of it. */
export interface ImportPlan {
  readonly items: readonly PlannedItem[];
  readonly preview: ImportPreview;
}

/** Reads an archive and holds it against what the course has. Throws AppError as `Pool.run` does. */
export async function planImport(courseId: string, zip: string): Promise<ImportPlan> {
  const bytes = new Uint8Array(Buffer.from(zip, 'base64'));
  const read = await runAuthoring('readImport', { bytes });
  const known = await storedExercises(db(), courseId, idsOf(read));
  // One after the other: between two of them the threads are free for others.
  const renamed: Identified[] = [];
  for (const folder of read.folders) renamed.push(await withOwnId(courseId, folder, known));
  const own = await storedExercises(
    db(),
    courseId,
    renamed.flatMap(({ exercise }) => exercise?.id ?? []),
  );
  const items: PlannedItem[] = [];
  for (const folder of renamed) items.push(await planned(folder, own));
  return { items, preview: previewOf(read, items) };
}

const idsOf = ({ folders }: ReadImport): string[] => folders.flatMap(({ exercise }) => exercise?.id ?? []);

type Identified = ReadFolder & { readonly newId: boolean };

/** An exercise whose id is that of something else gets one of its own. */
async function withOwnId(
  courseId: string,
  folder: ReadFolder,
  known: ReadonlyMap<string, StoredExercise>,
): Promise<Identified> {
  const { exercise } = folder;
  if (exercise === null || known.get(exercise.id)?.own !== false) return { ...folder, newId: false };
  const id = derivedId(courseId, exercise.id);
  const { draft, hash } = await runAuthoring('identify', { draft: exercise.draft, id });
  return { ...folder, exercise: hash === null ? null : { ...exercise, draft, id, hash }, newId: true };
}

/** A UUID (version 8, RFC 9562) that is the same whenever the same exercise comes into the same course. */
function derivedId(courseId: string, id: string): string {
  const hash = createHash('sha256').update(`${courseId}:${id}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hash.charAt(16), 16) % 4];
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

async function planned(
  { path, folder, exercise, problems, newId }: Identified,
  known: ReadonlyMap<string, StoredExercise>,
): Promise<PlannedItem> {
  const nothing = { id: '', hash: '', draft: { yaml: '', snippet: '' }, stored: null, replacesDraft: false };
  if (exercise === null)
    return { ...nothing, path, folder, title: '', kind: null, status: 'bad', newId, problems };
  const { id, title, kind, hash, draft } = exercise;
  const stored = known.get(id) ?? null;
  const about = { path, folder, title, kind, newId };
  if (stored !== null && !stored.own) {
    const message = 'Its id, and the one that it would get here, are taken.';
    const problem: ArchiveProblem = {
      file: `${path}exercise.yaml`,
      line: 1,
      column: 1,
      message,
      severity: 'error',
    };
    return { ...nothing, ...about, status: 'bad', problems: [...problems, problem] };
  }
  const status = statusOf(hash, stored);
  const found = status === 'unchanged' ? [] : await checkProblems(path, exercise);
  const isBad = found.some(({ severity }) => severity === 'error');
  return {
    ...about,
    id,
    hash,
    draft,
    stored,
    status: isBad ? 'bad' : status,
    replacesDraft: !isBad && replacesDraft(hash, stored),
    // The check reads the file again, and tells its warnings with its own.
    problems: status === 'unchanged' ? problems : found,
  };
}

// What has passed the check passes it again: the import after the preview does not compute it twice.
const checks = new LeastRecentlyUsed<Promise<CheckedDraft>>(400);

const checkOf = (draft: DraftText, id: string): Promise<CheckedDraft> =>
  // By the texts, not by what they say: the same problem stands on another line of another text.
  checks.get(contentHash({ draft, id }), () =>
    runAuthoring('check', { draft, exerciseId: id, depth: 'quickly' }),
  );

async function checkProblems(path: string, { draft, id }: ReadExercise): Promise<readonly ArchiveProblem[]> {
  const checked = await checkOf(draft, id);
  const problems = checked.status === 'sound' ? checked.warnings : checked.problems;
  return problems.map((problem) => inArchive(path, problem));
}

/** What the check made of an exercise that is planned; it was sound. */
export async function soundContent({
  draft,
  id,
}: PlannedItem): Promise<Extract<CheckedDraft, { status: 'sound' }>> {
  const checked = await checkOf(draft, id);
  if (checked.status === 'sound') return checked;
  throw new AppError('conflict', 'What was shown is not what would be written.', {
    remedy: 'Look at the preview again.',
  });
}

function previewOf({ ignored, problems }: ReadImport, items: readonly PlannedItem[]): ImportPreview {
  const count = (status: PlannedItem['status']) => items.filter((item) => item.status === status).length;
  const counts = {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    bad: count('bad'),
  };
  return {
    items: items.map(({ path, title, kind, status, newId, replacesDraft: replaces, problems: told }) => ({
      path,
      title,
      kind,
      status,
      newId,
      replacesDraft: replaces,
      problems: told,
    })),
    counts,
    ignored,
    problems,
    importable: problems.length === 0 && counts.bad === 0 && counts.new + counts.changed > 0,
    digest: contentHash(
      items.map(({ path, id, hash, status, stored }) => ({ path, id, hash, status, stored })),
    ),
  };
}

/** What is stored under these ids, published or drafted, in this course or elsewhere. Two queries. */
export async function storedExercises(
  client: Pick<Prisma.TransactionClient, 'exercise' | 'exerciseDraft'>,
  courseId: string,
  ids: readonly string[],
): Promise<Map<string, StoredExercise>> {
  const where = { id: { in: [...ids] } };
  const exercises = await client.exercise.findMany({
    where,
    select: { id: true, courseId: true, retiredAt: true, current: { select: { hash: true } } },
  });
  const drafts = await client.exerciseDraft.findMany({
    where,
    select: { id: true, courseId: true, version: true, hash: true },
  });
  const found = new Map<string, StoredExercise>();
  for (const { id, courseId: of, retiredAt, current } of exercises) {
    const own = of === courseId;
    found.set(id, {
      own,
      hash: own ? (current?.hash ?? null) : null,
      retired: retiredAt !== null,
      draft: null,
    });
  }
  for (const { id, courseId: of, version, hash } of drafts) {
    const own = of === courseId;
    const before = found.get(id);
    found.set(id, {
      own: own && before?.own !== false,
      hash: before?.hash ?? null,
      retired: before?.retired ?? false,
      draft: own ? { version, hash } : null,
    });
  }
  return found;
}
