/** The work of authoring that is done off the thread that serves requests. Plain data in, plain data out. */
import type { ContentFile } from '@/lib/exercises/export/files';
import { studentLimits } from '@/lib/exercises/runner/limits';
import { simulate } from '@/lib/simulator';
import { writeArchive } from '../archive/write-archive';
import { type CheckedDraft, checkDraft } from '../core/check';
import { withId } from '../core/copy';
import { type Description, describeDraft } from '../core/describe';
import type { DraftText } from '../core/draft';
import { type DraftMisconceptions, misconceptionsOf } from '../core/misconceptions';
import { type DraftPreview, previewDraft } from '../core/preview';
import { type ReadImport, readImport } from '../import/read-import';
import { type TableQuestion, tableQuestionFrom } from '../table-question';

export interface AuthoringJobs {
  preview: {
    readonly input: { readonly draft: DraftText; readonly seed: number };
    readonly output: DraftPreview;
  };
  misconceptions: {
    readonly input: { readonly draft: DraftText; readonly seed: number };
    readonly output: DraftMisconceptions | null;
  };
  describe: { readonly input: { readonly draft: DraftText }; readonly output: Description };
  check: {
    readonly input: {
      readonly draft: DraftText;
      readonly exerciseId: string;
      readonly depth: 'thoroughly' | 'quickly';
    };
    readonly output: CheckedDraft;
  };
  readImport: { readonly input: { readonly bytes: Uint8Array }; readonly output: ReadImport };
  /** The same exercise under another id, and the hash of what it then says. */
  identify: {
    readonly input: { readonly draft: DraftText; readonly id: string };
    readonly output: { readonly draft: DraftText; readonly hash: string | null };
  };
  zip: {
    readonly input: { readonly files: readonly ContentFile[] };
    readonly output: Uint8Array<ArrayBuffer>;
  };
  tableQuestion: {
    readonly input: { readonly snippet: string; readonly id: string };
    readonly output: TableQuestion;
  };
}

const run = (source: string) => simulate(source);

/** How each is done, on the thread that calls. */
export const workers: {
  readonly [Name in keyof AuthoringJobs]: (
    input: AuthoringJobs[Name]['input'],
  ) => AuthoringJobs[Name]['output'];
} = {
  preview: ({ draft, seed }) =>
    previewDraft(draft, seed, run, (source) => simulate(source, { limits: studentLimits })),
  misconceptions: ({ draft, seed }) => misconceptionsOf(draft, seed, run),
  describe: ({ draft }) => describeDraft(draft),
  check: ({ draft, exerciseId, depth }) => checkDraft(draft, exerciseId, run, depth),
  readImport: ({ bytes }) => readImport(bytes),
  identify: ({ draft, id }) => {
    const own = withId(draft, id);
    return { draft: own, hash: describeDraft(own).hash };
  },
  zip: ({ files }) => writeArchive(files),
  tableQuestion: ({ snippet, id }) => tableQuestionFrom(snippet, id, run),
};
