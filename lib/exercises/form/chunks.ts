import { Document, isMap, isScalar, type Pair, parseDocument, visit, YAMLMap } from 'yaml';
import { rankOfKey } from '../content/key-order';

/** The lines of one key of the file, and what stands between them and the next key: empty lines and its comments. */
interface Chunk {
  readonly key: string;
  readonly text: string;
  readonly gap: string;
}

interface Chunks {
  /** What stands above the first key. */
  readonly head: string;
  readonly keys: readonly Chunk[];
}

/** The file cut at its keys; null where it is written in braces, or otherwise not line by line. */
export function chunksOf(text: string, document: Document): Chunks | null {
  const { contents } = document;
  if (!isMap(contents) || contents.flow) return null;
  const starts = contents.items.map(({ key }) => (isScalar(key) && key.range ? key.range[0] : -1));
  // Keys that do not begin their lines have an anchor, a tag or a question mark before them.
  if (starts.some((start) => start < 0 || (start > 0 && text[start - 1] !== '\n'))) return null;
  const keys = starts.map((start, i) => {
    const lines = text.slice(start, starts[i + 1]);
    const end = lines.length - (/(?:\n(?:#.*|[ \t]*))+\n?$/.exec(lines)?.[0].length ?? 0);
    const cut = end === lines.length ? end : end + 1;
    return { key: keyOf(contents.items[i]), text: lines.slice(0, cut), gap: lines.slice(cut) };
  });
  return { head: text.slice(0, starts[0]), keys };
}

const keyOf = (pair: Pair | undefined): string =>
  String(isScalar(pair?.key) ? pair.key.value : (pair?.key ?? ''));

/** The file with the lines of the keys that were touched written anew, and all others as they were. */
export function joined({ head, keys }: Chunks, document: Document, touched: ReadonlySet<string>): string {
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const now = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const next: Chunk[] = keys.map((chunk) => {
    if (!touched.has(chunk.key)) return chunk;
    const pair = now.get(chunk.key);
    return { ...chunk, text: pair === undefined ? '' : linesOf(pair) };
  });
  for (const key of touched) {
    const pair = now.get(key);
    if (pair === undefined || keys.some((chunk) => chunk.key === key)) continue;
    const at = next.findLastIndex((chunk) => rankOfKey(chunk.key) <= rankOfKey(key));
    const before = next[at];
    if (before === undefined) next.unshift({ key, text: linesOf(pair), gap: '' });
    else {
      // The comments of the gap are about the key that follows.
      next[at] = { ...before, text: ended(before.text), gap: '' };
      next.splice(at + 1, 0, { key, text: linesOf(pair), gap: before.gap });
    }
  }
  return head + next.map(({ text, gap }) => text + gap).join('');
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** The lines of one key. Brackets of lists are written close, `[a, b]`, as the content files have them. */
function linesOf(pair: Pair): string {
  const alone = new Document();
  const map = new YAMLMap();
  map.items.push(pair);
  alone.contents = map;
  const { key } = pair;
  const above = isScalar(key) ? [key.commentBefore, key.spaceBefore] : [];
  // They stand in the gap above already.
  if (isScalar(key)) Object.assign(key, { commentBefore: undefined, spaceBefore: undefined });
  const text = alone.toString({ lineWidth: 0 });
  if (isScalar(key)) Object.assign(key, { commentBefore: above[0], spaceBefore: above[1] });
  return closed(text);
}

function closed(text: string): string {
  const spaces: number[] = [];
  visit(parseDocument(text), {
    Seq: (_, { flow, range }) => {
      if (!flow || !range) return;
      const [start, end] = range;
      if (text.slice(start, start + 2) === '[ ') spaces.push(start + 1);
      if (text.slice(end - 2, end) === ' ]' && end - start > 3) spaces.push(end - 2);
    },
  });
  const drop = new Set(spaces);
  return drop.size === 0 ? text : without(text, drop);
}

const without = (text: string, drop: ReadonlySet<number>): string => {
  let kept = '';
  for (let i = 0; i < text.length; i += 1) if (!drop.has(i)) kept += text[i];
  return kept;
};
