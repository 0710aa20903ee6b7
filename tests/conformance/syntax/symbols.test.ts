import { describe, expect, it } from 'vitest';
import { parseWithSymbols, type Scope, type ScopeNode } from '../../../lib/simulator/syntax';
import { type RecordedCode, recordedPrograms } from './trees';

/** Where CPython says that a code object begins: at its first decorator. */
function firstLine(node: ScopeNode): number {
  if (node.kind === 'Module') return 1;
  const decorators = 'decorator_list' in node ? node.decorator_list : [];
  return decorators[0]?.line ?? node.line;
}

function describeScope(scope: Scope): RecordedCode {
  return {
    name: scope.name,
    line: firstLine(scope.node),
    varnames: scope.varnames,
    cellvars: scope.cellvars,
    freevars: scope.freevars,
    counts: [scope.argCount, scope.positionalOnlyCount, scope.keywordOnlyCount],
    starArgs: scope.hasStarArgs,
    starKeywords: scope.hasStarKeywords,
    generator: scope.isGenerator,
    children: [...scope.children.values()].map(describeScope),
  };
}

/** Equal code objects are one constant, and their order is the compiler's: neither matters here. */
function normalised(code: RecordedCode): RecordedCode {
  const children = new Map(
    code.children.map((child) => [JSON.stringify(normalised(child)), normalised(child)]),
  );
  const sorted = [...children].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, child]) => child);
  return { ...code, line: code.name === '<module>' ? 1 : code.line, children: sorted };
}

describe('scopes have the variables of CPython’s code objects', () => {
  it.each(recordedPrograms().map(({ source, code }) => [source.slice(0, 60), source, code] as const))(
    '%j',
    (_, source, code) => {
      expect(normalised(describeScope(parseWithSymbols(source).scope))).toEqual(normalised(code));
    },
  );
});
