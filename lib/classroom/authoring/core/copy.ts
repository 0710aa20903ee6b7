import { parseDocument } from 'yaml';
import { z } from 'zod';
import { shortened } from '@/lib/common/text';
import type { DraftText } from './draft';

const longestTitle = 200;
const mark = ' (copy)';
const titledSchema = z.looseObject({ title: z.string().catch('') });

/** The same exercise under another id and another title, its comments kept. The text must be that of an exercise. Pure. */
export function copyOf({ yaml, snippet }: DraftText, id: string): DraftText {
  const document = parseDocument(yaml);
  // As a reader has it: the title may be an alias.
  const { title } = titledSchema.parse(document.toJS({ maxAliasCount: 20 }));
  document.set('id', id);
  document.set('title', `${shortened(title, longestTitle - mark.length)}${mark}`);
  return { yaml: document.toString({ lineWidth: 0 }), snippet };
}

/** The same exercise under another id. Pure. */
export function withId({ yaml, snippet }: DraftText, id: string): DraftText {
  const document = parseDocument(yaml);
  document.set('id', id);
  return { yaml: document.toString({ lineWidth: 0 }), snippet };
}
