import type { Block } from './block';
import * as F from './flags';
import { TreeProblem } from './problem';

/**
 * Second pass: decides where each name lives (symtable.c, `analyze_block`).
 * @param bound names of the functions around, null for the module
 * @param globals names declared global around
 * @returns the names that the block takes from around
 */
export function analyse(
  block: Block,
  bound: ReadonlySet<string> | null,
  globals: ReadonlySet<string>,
): Set<string> {
  const local = new Set<string>();
  const free = new Set<string>();
  const around = bound === null ? null : new Set(bound);
  const declared = new Set(globals);
  const isClass = block.kind === 'class';
  // What a class binds is invisible to its methods: they see what was bound before it.
  const inner = isClass ? new Set(around) : new Set<string>();
  let innerGlobals = isClass ? new Set(declared) : declared;
  for (const [name, flags] of block.flags) {
    placeName(block, name, flags, around, local, free, declared);
  }
  if (isClass) {
    inner.add('__class__');
  } else {
    if (block.isFunction) for (const name of local) inner.add(name);
    for (const name of around ?? []) inner.add(name);
    innerGlobals = declared;
  }
  const wanted = new Set<string>();
  for (const child of block.children) {
    for (const name of analyse(child, inner, innerGlobals)) wanted.add(name);
  }
  if (block.isFunction) {
    for (const name of local) {
      if (wanted.delete(name)) block.kinds.set(name, 'cell');
    }
  } else if (isClass && wanted.delete('__class__')) {
    block.needsClassCell = true;
  }
  for (const name of wanted) {
    if (block.flags.has(name)) {
      if (isClass && block.kinds.get(name) !== 'free') block.passedThrough.push(name);
    } else if (around === null || around.has(name)) {
      block.kinds.set(name, 'free');
    }
    free.add(name);
  }
  return free;
}

function placeName(
  block: Block,
  name: string,
  flags: number,
  bound: Set<string> | null,
  local: Set<string>,
  free: Set<string>,
  globals: Set<string>,
): void {
  if ((flags & F.DEF_GLOBAL) !== 0) {
    if ((flags & F.DEF_NONLOCAL) !== 0)
      throw atDirective(block, name, `name '${name}' is nonlocal and global`);
    block.kinds.set(name, 'global-explicit');
    globals.add(name);
    bound?.delete(name);
  } else if ((flags & F.DEF_NONLOCAL) !== 0) {
    if (bound === null) throw atDirective(block, name, 'nonlocal declaration not allowed at module level');
    if (!bound.has(name)) throw atDirective(block, name, `no binding for nonlocal '${name}' found`);
    block.kinds.set(name, 'free');
    free.add(name);
  } else if ((flags & F.DEF_BOUND) !== 0) {
    block.kinds.set(name, 'local');
    local.add(name);
    globals.delete(name);
  } else if (bound?.has(name)) {
    block.kinds.set(name, 'free');
    free.add(name);
  } else {
    block.kinds.set(name, 'global-implicit');
  }
}

function atDirective(block: Block, name: string, message: string): TreeProblem {
  const place = block.directives.get(name) ?? { line: 1, column: 0, endLine: 1, endColumn: 0 };
  return new TreeProblem(message, place);
}
