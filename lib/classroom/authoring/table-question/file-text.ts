/** exercise.yaml as somebody would write it: short rows on one line, texts as blocks. Pure. */
import { Document, isCollection, isScalar, Scalar, visit } from 'yaml';

/** Where the schema stands for editors that read it, seen from an exercise's folder. */
const schemaLine = '# yaml-language-server: $schema=../../exercise.schema.json';

/** Rows of these keys stand on one line, each. */
const onOneLine: ReadonlySet<string> = new Set([
  'concepts',
  'misconceptions',
  'steps',
  'given',
  'columns',
  'names',
  'options',
  'goals',
  'objects',
]);

/** The text of a file with these keys, in this order. */
export function fileText(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data);
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (!isCollection(pair.value) || !onOneLine.has(key)) return undefined;
      const nested = pair.value.items.some((item) => isCollection(item));
      if (!nested) pair.value.flow = true;
      else for (const item of pair.value.items) if (isCollection(item)) item.flow = true;
      return visit.SKIP;
    },
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
    },
  });
  return `${schemaLine}\n${document.toString({ lineWidth: 0 })}`;
}
