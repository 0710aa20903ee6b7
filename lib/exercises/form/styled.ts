import { type Document, isMap, isScalar, isSeq, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';

/** Data of a content file, as a form puts it there. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A mapping up to here stands in one line, in braces. */
const shortMap = 100;

/** A value in the manner of the content files: texts of several lines as blocks, small things in one line. */
export function styled(document: Document, value: Plain): Scalar | YAMLMap | YAMLSeq {
  const node = document.createNode(value) as Scalar | YAMLMap | YAMLSeq;
  layOut(node);
  return node;
}

function layOut(node: unknown): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
  } else if (isMap(node)) {
    const text = JSON.stringify(node);
    node.flow = text.length <= shortMap && !text.includes('\\n');
    for (const { value } of node.items) layOut(value);
  } else if (isSeq(node)) {
    node.flow = node.items.every((item) => isScalar(item)) && JSON.stringify(node).length <= shortMap;
    for (const item of node.items) layOut(item);
  }
}
