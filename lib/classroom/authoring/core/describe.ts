/** What a draft is, for lists and to be compared; whether or not it has errors. Pure. */
import { isMap, isScalar, parseDocument } from 'yaml';
import { contentHash } from '@/lib/common/hash';
import { shortened } from '@/lib/common/text';
import { kindNames } from '@/lib/exercises/content/kind-names';
import type { KindName } from '@/lib/exercises/kinds';
import type { DraftText } from './draft';
import { readDraft } from './read-draft';

export interface Description {
  /** '' where it cannot be read. */
  readonly title: string;
  readonly kind: KindName | null;
  /** That of the content, as a revision has it; null where the draft has an error. */
  readonly hash: string | null;
}

const longestTitle = 200;

export function describeDraft(draft: DraftText): Description {
  const { content } = readDraft(draft);
  const said = content?.exercise ?? topOf(draft.yaml);
  return {
    title: textOf(said.title),
    kind: kindNames.find((kind) => kind === said.kind) ?? null,
    hash: content === null ? null : contentHash(content),
  };
}

const textOf = (title: unknown): string =>
  typeof title === 'string'
    ? shortened(title.replaceAll(/[\0\p{Surrogate}]/gu, '').trim(), longestTitle)
    : '';

/** The keys at the top of a file, as far as it is YAML. */
function topOf(yaml: string): { readonly title?: unknown; readonly kind?: unknown } {
  try {
    const { contents } = parseDocument(yaml);
    if (!isMap(contents)) return {};
    const at = (key: string) => {
      const node = contents.get(key, true);
      return isScalar(node) ? node.value : undefined;
    };
    return { title: at('title'), kind: at('kind') };
  } catch {
    // Nested too deeply for any stack.
    return {};
  }
}
