import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from './edit-yaml';

/** The innermost value of the file that stands at a line and a column, both from 1. */
export function placeAt(yaml: string, line: number, column: number): Place {
  const lines = new LineCounter();
  const { contents } = parseDocument(yaml, { lineCounter: lines });
  const start = lines.lineStarts[line - 1];
  return start === undefined ? [] : within(contents, start + column - 1);
}

const holds = (node: unknown, offset: number): boolean =>
  isNode(node) && !!node.range && offset >= node.range[0] && offset <= node.range[1];

function within(node: Node | null, offset: number): Place {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (holds(value, offset)) return [name, ...within(value as Node, offset)];
      if (holds(key, offset)) return [name];
    }
  }
  if (isSeq(node)) {
    const at = node.items.findIndex((item) => holds(item, offset));
    if (at >= 0) return [at, ...within(node.items[at] as Node, offset)];
  }
  return [];
}
