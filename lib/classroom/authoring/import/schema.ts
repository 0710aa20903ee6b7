import { z } from 'zod';
import type { ArchiveProblem } from '../archive/problem';
import { largestArchive } from '../archive/read-archive';
import type { ImportItem, ImportStatus } from './rules';

/** The archive in base 64: four characters for three bytes. */
const zip = z.base64({ error: 'This is no file.' }).max(Math.ceil(largestArchive / 3) * 4, {
  error: `The file is larger than ${largestArchive / 1_000_000} MB.`,
});

export const previewImportInputSchema = z.strictObject({ courseId: z.uuid(), zip });
export type PreviewImportInput = z.infer<typeof previewImportInputSchema>;

export const importExercisesInputSchema = previewImportInputSchema.extend({
  /** What the preview showed; anything else is not written. */
  digest: z.string().length(64),
});
export type ImportExercisesInput = z.infer<typeof importExercisesInputSchema>;

export interface ImportPreview {
  readonly items: readonly ImportItem[];
  readonly counts: Readonly<Record<ImportStatus, number>>;
  /** Paths of the archive that are no files of exercises: lessons, quizzes and whatever else. */
  readonly ignored: readonly string[];
  /** What keeps the whole archive out. */
  readonly problems: readonly ArchiveProblem[];
  /** Whether there is something to write, and nothing is bad. */
  readonly importable: boolean;
  readonly digest: string;
}

export type ImportResult = Readonly<Record<'new' | 'changed' | 'unchanged', number>>;
