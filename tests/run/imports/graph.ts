import { posix } from 'node:path';
import type { SourceFile } from './source-file';

export interface Edge {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly asFile: boolean;
  /** The path of a file of the repository; undefined for a package and for Node's own modules. */
  readonly to: string | undefined;
}

const endings = ['', '.ts', '.tsx', '.mts', '.mjs', '.js', '/index.ts', '/index.tsx'];

/** Files that tools make; imports of them are known by their folder alone. */
const generated = 'lib/db/generated';

function resolveSpecifier(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  if (path === undefined) return undefined;
  if (path.startsWith(generated)) return path;
  return endings.map((ending) => path + ending).find((candidate) => known.has(candidate)) ?? path;
}

/** Every import of the repository, with the file that it leads to. */
export function buildGraph(files: readonly SourceFile[]): Edge[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    file.imports.map(({ specifier, line, typeOnly, asFile }) => ({
      from: file.path,
      line,
      specifier,
      typeOnly,
      asFile: asFile === true,
      to: resolveSpecifier(file.path, specifier, known),
    })),
  );
}

/**
 * The groups of files that import each other in a circle, types included (Tarjan's strongly connected
 * components, without recursion so that long chains are no trouble).
 */
export function findCycles(edges: readonly Edge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (to !== undefined) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];

  const enter = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
    return { node, targets: (next.get(node) ?? []).values() };
  };
  const lower = (node: string, value: number) => low.set(node, Math.min(low.get(node) ?? value, value));

  for (const root of next.keys()) {
    if (index.has(root)) continue;
    const work = [enter(root)];
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { node, targets } = top;
      const { value: target, done } = targets.next();
      if (!done) {
        if (!index.has(target)) work.push(enter(target));
        else if (onStack.has(target)) lower(node, index.get(target) ?? 0);
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent !== undefined) lower(parent.node, low.get(node) ?? 0);
      if (low.get(node) !== index.get(node)) continue;
      const group = stack.splice(stack.indexOf(node));
      for (const member of group) onStack.delete(member);
      if (group.length > 1 || next.get(node)?.includes(node)) cycles.push(group.sort());
    }
  }
  return cycles;
}
