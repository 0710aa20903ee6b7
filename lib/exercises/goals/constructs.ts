/** Which constructs a program uses, told from its syntax tree, never from its text. */
import type { Module, SyntaxNode } from '@/lib/simulator';
import type { Construct, ConstructMeant } from './construct-names';

const nodesOf: Readonly<Record<Construct, readonly string[]>> = {
  del: ['Delete'],
  for: ['For'],
  while: ['While'],
  if: ['If', 'IfExp'],
  function: ['FunctionDef'],
  class: ['ClassDef'],
  lambda: ['Lambda'],
  comprehension: ['ListComp', 'SetComp', 'DictComp', 'GeneratorExp'],
  slice: ['Slice'],
  'augmented assignment': ['AugAssign'],
  import: ['Import', 'ImportFrom'],
  global: ['Global'],
  with: ['With'],
  try: ['Try', 'TryStar'],
};

/** The line of the first use of a construct; null where the program does not use it. */
export function firstUse(module: Module, meant: ConstructMeant): number | null {
  let first: number | null = null;
  eachNode(module, (node) => {
    if (!isMeant(node, meant) || !('line' in node)) return;
    first = first === null ? node.line : Math.min(first, node.line);
  });
  return first;
}

function isMeant(node: SyntaxNode, meant: ConstructMeant): boolean {
  if (typeof meant === 'string') return nodesOf[meant].includes(node.kind);
  if (node.kind !== 'Call') return false;
  const called = dotted(node.func);
  return called === meant.call || called.endsWith(`.${meant.call}`);
}

/** `gc.collect` for a call of it; `.copy` for a method of something that is no name. */
function dotted(node: SyntaxNode): string {
  if (node.kind === 'Name') return node.id;
  return node.kind === 'Attribute' ? `${dotted(node.value)}.${node.attr}` : '';
}

const compound = new Set([
  'For',
  'While',
  'If',
  'With',
  'Try',
  'TryStar',
  'FunctionDef',
  'ClassDef',
  'Match',
]);

/** The lines that a program is long: those with code on them; statements joined on one line count one each. */
export function lengthInLines(source: string, module: Module): number {
  const lines = source.split('\n').filter((line) => !/^\s*(#.*)?$/.test(line)).length;
  let statements = 0;
  eachNode(module, (node) => {
    if (simple.has(node.kind) || compound.has(node.kind)) statements += 1;
  });
  return Math.max(lines, statements);
}

const simple = new Set([
  'Assign',
  'AugAssign',
  'AnnAssign',
  'Delete',
  'Expr',
  'Return',
  'Raise',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'Pass',
  'Break',
  'Continue',
]);

/** Visits every node of a tree: whatever in it says its kind. */
function eachNode(value: unknown, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) for (const one of value) eachNode(one, visit);
  else if (typeof value === 'object' && value !== null) {
    if ('kind' in value && typeof value.kind === 'string') visit(value as SyntaxNode);
    for (const part of Object.values(value)) eachNode(part, visit);
  }
}
