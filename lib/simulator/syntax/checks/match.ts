import type { Expression, Pattern, Position } from '../ast';
import { TreeProblem } from '../symbols/problem';

/**
 * What the compiler refuses in a pattern (Python/compile.c, `compiler_pattern`).
 * @param last whether the case may match everything: it is the last one, or has a guard
 */
export function checkCase(pattern: Pattern, last: boolean): void {
  new PatternChecks(pattern).check(pattern, new Set(), last);
}

class PatternChecks {
  /** CPython reports a name bound twice at the pattern that it has looked at last. */
  private place: Position;

  constructor(pattern: Pattern) {
    this.place = pattern;
  }

  check(node: Pattern, bound: Set<string>, last: boolean): void {
    this.place = node;
    switch (node.kind) {
      case 'MatchStar':
        this.bind(node.name, bound);
        return;
      case 'MatchAs':
        if (node.pattern !== null) {
          this.check(node.pattern, bound, last);
        } else if (!last) {
          const name = node.name === null ? 'wildcard' : `name capture '${node.name}'`;
          throw new TreeProblem(`${name} makes remaining patterns unreachable`, node);
        }
        this.bind(node.name, bound);
        return;
      case 'MatchValue':
        if (node.value.kind === 'JoinedStr') {
          throw new TreeProblem('patterns may only match literals and attribute lookups', node);
        }
        return;
      case 'MatchSequence':
        if (node.patterns.filter((part) => part.kind === 'MatchStar').length > 1) {
          throw new TreeProblem('multiple starred names in sequence pattern', node);
        }
        for (const part of visitedParts(node.patterns)) this.check(part, bound, true);
        return;
      case 'MatchMapping':
        checkKeys(node.keys, node);
        for (const part of node.patterns) this.check(part, bound, true);
        this.bind(node.rest, bound);
        return;
      case 'MatchClass':
        for (const [index, name] of node.kwd_attrs.entries()) {
          const again = node.kwd_attrs.indexOf(name, index + 1);
          const place = node.kwd_patterns[again];
          if (place !== undefined) {
            throw new TreeProblem(`attribute name repeated in class pattern: ${name}`, place);
          }
        }
        for (const part of [...node.patterns, ...node.kwd_patterns]) {
          if (!isWildcard(part)) this.check(part, bound, true);
        }
        return;
      case 'MatchOr':
        this.checkAlternatives(node.patterns, bound, last);
    }
  }

  private bind(name: string | null, bound: Set<string>): void {
    if (name === null) return;
    if (bound.has(name)) {
      throw new TreeProblem(`multiple assignments to name '${name}' in pattern`, this.place);
    }
    if (name === '__debug__') throw new TreeProblem('cannot assign to __debug__', this.place);
    bound.add(name);
  }

  private checkAlternatives(patterns: readonly Pattern[], bound: Set<string>, last: boolean): void {
    let control: Set<string> | null = null;
    for (const [index, part] of patterns.entries()) {
      const names = new Set<string>();
      this.check(part, names, index === patterns.length - 1 && last);
      control ??= names;
      const known = control;
      if (names.size !== known.size || [...names].some((name) => !known.has(name))) {
        throw new TreeProblem('alternative patterns bind different names', this.place);
      }
    }
    for (const name of control ?? []) this.bind(name, bound);
  }
}

function isWildcard(node: Pattern): boolean {
  return node.kind === 'MatchAs' && node.pattern === null && node.name === null;
}

/** The compiler passes over wildcards where it need not unpack the sequence. */
function visitedParts(parts: readonly Pattern[]): readonly Pattern[] {
  const starred = parts.some((part) => part.kind === 'MatchStar' && part.name === null);
  const rest = parts.filter(
    (part) => !isWildcard(part) && !(part.kind === 'MatchStar' && part.name === null),
  );
  return starred || rest.length === 0 ? rest : parts;
}

/** The keys of a mapping pattern that are literals must differ. */
function checkKeys(keys: readonly Expression[], place: Position): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (key.kind === 'JoinedStr') {
      const rule = 'mapping pattern keys may only match literals and attribute lookups';
      throw new TreeProblem(rule, place);
    }
    if (key.kind !== 'Constant') continue;
    const { value } = key;
    let shown: string = value.type;
    if (value.type === 'str') shown = `'${value.value}'`;
    else if (value.type === 'int' || value.type === 'float') shown = String(value.value);
    else if (value.type === 'bool') shown = value.value ? 'True' : 'False';
    else if (value.type !== 'None') continue;
    if (seen.has(shown)) throw new TreeProblem(`mapping pattern checks duplicate key (${shown})`, place);
    seen.add(shown);
  }
}
