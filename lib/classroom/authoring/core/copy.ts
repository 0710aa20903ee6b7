import { parseDocument } from 'yaml';
import type { DraftText } from './draft';

const longestTitle = 200;
const mark = ' (copy)';

/** The same exercise under another id and another title, its comments kept. The text must be that of an exercise. Pure. */
export function copyOf({ yaml, snippet }: DraftText, id: string): DraftText {
  const document = parseDocument(yaml);
  const title = String(document.get('title') ?? '');
  document.set('id', id);
  document.set('title', `${title.slice(0, longestTitle - mark.length)}${mark}`);
  return { yaml: document.toString({ lineWidth: 0 }), snippet };
}

/** The same exercise under another id. Pure. */
export function withId({ yaml, snippet }: DraftText, id: string): DraftText {
  const document = parseDocument(yaml);
  document.set('id', id);
  return { yaml: document.toString({ lineWidth: 0 }), snippet };
}
