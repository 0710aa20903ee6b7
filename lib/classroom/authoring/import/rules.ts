import type { KindName } from '@/lib/exercises/kinds';
import type { ArchiveProblem } from '../archive/problem';
import type { DraftText } from '../core/draft';

/** What is stored under the id of an exercise that comes in. */
export interface StoredExercise {
  /** Whether it is one of the course; another's, and the catalogue's, are left alone. */
  readonly own: boolean;
  /** Of what is published; null where nothing is. */
  readonly hash: string | null;
  readonly retired: boolean;
  /** Null where there is no draft. */
  readonly draft: { readonly version: number; readonly hash: string | null } | null;
}

export type ImportStatus = 'new' | 'changed' | 'unchanged' | 'bad';

/** What becomes of one exercise of an archive. */
export interface ImportItem {
  /** Its path in the archive, '' at the top. */
  readonly path: string;
  readonly title: string;
  readonly kind: KindName | null;
  readonly status: ImportStatus;
  /** Whether its id is taken elsewhere, so that it gets one of its own here; the same each time. */
  readonly newId: boolean;
  /** Whether a draft of the course that says something else is written over. */
  readonly replacesDraft: boolean;
  readonly problems: readonly ArchiveProblem[];
}

/** An item with what is written of it. */
export interface PlannedItem extends ImportItem {
  readonly id: string;
  readonly hash: string;
  readonly folder: string | null;
  readonly draft: DraftText;
  readonly stored: StoredExercise | null;
}

/** Of an exercise that can be read, given what is stored under the id that it is to have. */
export function statusOf(hash: string, stored: StoredExercise | null): Exclude<ImportStatus, 'bad'> {
  if (stored === null) return 'new';
  return stored.hash === hash && !stored.retired ? 'unchanged' : 'changed';
}

/** Whether a draft that nobody has published is lost by the import. One with an error has no hash, and is like none. */
export function replacesDraft(hash: string, stored: StoredExercise | null): boolean {
  if (stored?.draft == null) return false;
  const { hash: drafted } = stored.draft;
  return drafted === null || (drafted !== stored.hash && drafted !== hash);
}
