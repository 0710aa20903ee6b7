/**
 * exercise.yaml, changed by a form: the values that an edit names become others, and every line of the other keys stays
 * as its author wrote it, comments and keys that are not known included.
 */
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  type YAMLSeq,
} from 'yaml';
import { chunksOf, joined } from './chunks';
import { type Plain, styled } from './styled';

/** Where a value stands in the file, such as ['columns', 1, 'value']. */
export type Place = readonly (string | number)[];

/** One change. Indices of lists are those before it. */
export type Edit =
  | { readonly set: Place; readonly to: Plain }
  | { readonly remove: Place }
  | { readonly insert: Place; readonly at: number; readonly item: Plain }
  | { readonly move: Place; readonly from: number; readonly to: number };

/**
 * The text after the edits, one after the other. Null where that cannot be done without harm: the text is no YAML, is
 * no mapping, or has an anchor that would be lost.
 */
export function editYaml(text: string, edits: readonly Edit[]): string | null {
  const document: Document = parseDocument(text);
  if (document.errors.length > 0) return null;
  if (document.contents === null) document.contents = document.createNode({});
  if (!isMap(document.contents)) return null;
  try {
    const chunks = chunksOf(text, document);
    for (const edit of edits) apply(document, edit);
    const wanted = dataOf(document);
    const touched = new Set(edits.map((edit) => String(placeOf(edit)[0])));
    const spliced = chunks && joined(chunks, document, touched);
    if (says(spliced, wanted)) return spliced;
    // Written anew as a whole: right wherever its lines could not be told apart.
    const whole = document.toString({ lineWidth: 0 });
    return says(whole, wanted) ? whole : null;
  } catch {
    return null;
  }
}

const placeOf = (edit: Edit): Place =>
  'set' in edit ? edit.set : 'remove' in edit ? edit.remove : 'insert' in edit ? edit.insert : edit.move;

function says(text: string | null, wanted: string): text is string {
  if (text === null) return false;
  const document = parseDocument(text);
  return document.errors.length === 0 && dataOf(document) === wanted;
}

/** What the file says, in whatever order its keys stand. */
const dataOf = (document: Document): string =>
  JSON.stringify(Object.entries(document.toJS()).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function apply(document: Document, edit: Edit): void {
  if ('set' in edit) set(document, edit.set, edit.to);
  else if ('remove' in edit) document.deleteIn(edit.remove);
  else if ('insert' in edit)
    listAt(document, edit.insert).items.splice(edit.at, 0, styled(document, edit.item));
  else {
    const { items } = listAt(document, edit.move);
    items.splice(edit.to, 0, ...items.splice(edit.from, 1));
  }
}

/** A value that takes the place of another keeps its comments, and its quotes. */
function set(document: Document, place: Place, to: Plain): void {
  const before = document.getIn(place, true);
  const after = styled(document, to);
  if (isScalar(before) || isCollection(before)) {
    if (before.comment) after.comment = before.comment;
    if (before.commentBefore) after.commentBefore = before.commentBefore;
    if (before.spaceBefore) after.spaceBefore = true;
  }
  if (
    isScalar(before) &&
    isScalar(after) &&
    after.type === undefined &&
    isQuoted(before) &&
    typeof to === 'string'
  )
    after.type = before.type as Scalar.Type;
  document.setIn(place, after);
}

const isQuoted = ({ type }: Scalar): boolean => type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;

/** The list at a place; an empty one is put there where there is none. */
function listAt(document: Document, place: Place): YAMLSeq {
  const found = document.getIn(place, true);
  if (isSeq(found)) return found;
  const made = document.createNode([]) as YAMLSeq;
  document.setIn(place, made);
  return made;
}
