import type { MatchCase, Pattern, Position, Statement } from '../ast';
import { TreeProblem } from '../symbols/problem';

/** What the compiler refuses in a `match` statement (Python/compile.c, `compiler_match`). */
export function checkMatch(node: Extract<Statement, { kind: 'Match' }>): void {
  for (const [index, { pattern, guard }] of node.cases.entries()) {
    checkPattern(pattern, new Set(), index === node.cases.length - 1 || guard !== null);
  }
}

/** @param last whether an irrefutable pattern may stand here */
function checkPattern(node: Pattern, bound: Set<string>, last: MatchCase['guard'] | boolean): void {
  switch (node.kind) {
    case 'MatchStar':
      if (node.name !== null) bind(node.name, bound, node);
      return;
    case 'MatchAs':
      if (node.pattern !== null) checkPattern(node.pattern, bound, last);
      else if (last !== true) {
        const name = node.name === null ? 'wildcard' : `name capture '${node.name}'`;
        throw new TreeProblem(`${name} makes remaining patterns unreachable`, node);
      }
      if (node.name !== null) bind(node.name, bound, node);
      return;
    case 'MatchSequence': {
      let stars = 0;
      for (const part of node.patterns) if (part.kind === 'MatchStar') stars++;
      if (stars > 1) throw new TreeProblem('multiple starred expressions in sequence pattern', node);
      for (const part of node.patterns) checkPattern(part, bound, true);
      return;
    }
    case 'MatchMapping':
      for (const part of node.patterns) checkPattern(part, bound, true);
      if (node.rest !== null) bind(node.rest, bound, node);
      return;
    case 'MatchClass':
      for (const [index, name] of node.kwd_attrs.entries()) {
        if (node.kwd_attrs.indexOf(name) !== index) {
          const place = node.kwd_patterns[index] ?? node;
          throw new TreeProblem(`attribute name repeated in class pattern: ${name}`, place);
        }
      }
      for (const part of [...node.patterns, ...node.kwd_patterns]) checkPattern(part, bound, true);
      return;
    case 'MatchOr':
      checkAlternatives(node, bound, last);
  }
}

function bind(name: string, bound: Set<string>, place: Position): void {
  if (bound.has(name)) throw new TreeProblem(`multiple assignments to name '${name}' in pattern`, place);
  bound.add(name);
}

function checkAlternatives(
  node: Extract<Pattern, { kind: 'MatchOr' }>,
  bound: Set<string>,
  last: MatchCase['guard'] | boolean,
): void {
  let control: Set<string> | null = null;
  for (const [index, part] of node.patterns.entries()) {
    const names = new Set<string>();
    checkPattern(part, names, index === node.patterns.length - 1 && last);
    control ??= names;
    if (names.size !== control.size || [...names].some((name) => !control?.has(name))) {
      throw new TreeProblem('alternative patterns bind different names', node);
    }
  }
  for (const name of control ?? []) bind(name, bound, node);
}
