import { buildGraph, findCycles } from './graph';
import { edgeRules, fileRules } from './rules';
import { readSourceFile } from './source-file';

/** Every breach of the import rules in a set of files (path → text), one sentence each, in a fixed order. */
export function findBreaches(texts: ReadonlyMap<string, string>): string[] {
  const files = [...texts].map(([path, text]) => readSourceFile(path, text));
  const edges = buildGraph(files);
  const breaches: string[] = [];
  for (const edge of edges) {
    for (const rule of edgeRules) {
      const message = rule(edge);
      if (message !== undefined) breaches.push(`${edge.from}:${edge.line} ("${edge.specifier}"): ${message}`);
    }
  }
  for (const file of files) {
    for (const rule of fileRules) {
      const message = rule(file);
      if (message !== undefined) breaches.push(`${file.path}: ${message}`);
    }
  }
  for (const cycle of findCycles(edges)) breaches.push(`import cycle: ${cycle.join(' → ')}`);
  return breaches.sort();
}
