/**
 * `from __future__ import annotations`: each annotation is the text of its expression (Python/ast_unparse.c), so no
 * name in it is looked up. Here the tree is changed before its symbols are collected, as if the texts stood there.
 */
import type { Argument, Arguments, Expression, Module, Statement } from './ast';
import { Unsupported } from './unsupported';

function unsupported(e: Expression): never {
  throw new Unsupported(
    e,
    'annotation as text',
    'The text of this annotation under `from __future__ import annotations` is not supported.',
  );
}

/** The text of a part of a list, a call or a subscript. */
const list = (elements: readonly Expression[]): string => elements.map(textOf).join(', ');

const tuple = (elements: readonly Expression[]): string =>
  elements.length === 1 ? `${list(elements)},` : list(elements);

function constantText(e: Extract<Expression, { kind: 'Constant' }>): string {
  const { value } = e;
  switch (value.type) {
    case 'None':
      return 'None';
    case 'Ellipsis':
      return '...';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'str':
      if (/^[ !#-[\]-~]*$/.test(value.value))
        return value.value.includes("'") ? `"${value.value}"` : `'${value.value}'`;
      if (/^[ -&(-[\]-~]*$/.test(value.value)) return `'${value.value}'`;
      return unsupported(e);
    default:
      return unsupported(e);
  }
}

/** What a dot, a call or a subscript may follow without brackets. */
function primaryText(e: Expression): string {
  switch (e.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
    case 'Call':
      return textOf(e);
    default:
      return unsupported(e);
  }
}

function textOf(e: Expression): string {
  switch (e.kind) {
    case 'Name':
      return e.id;
    case 'Constant':
      return constantText(e);
    case 'Attribute':
      return `${primaryText(e.value)}.${e.attr}`;
    case 'Subscript': {
      const { slice } = e;
      const inner = slice.kind === 'Tuple' && slice.elts.length > 0 ? tuple(slice.elts) : textOf(slice);
      return `${primaryText(e.value)}[${inner}]`;
    }
    case 'Call':
      return e.keywords.length > 0 ? unsupported(e) : `${primaryText(e.func)}(${list(e.args)})`;
    case 'List':
      return `[${list(e.elts)}]`;
    case 'Tuple':
      return `(${tuple(e.elts)})`;
    case 'BinOp':
      if (e.op !== 'BitOr') return unsupported(e);
      return `${textOf(e.left)} | ${e.right.kind === 'BinOp' ? `(${textOf(e.right)})` : textOf(e.right)}`;
    case 'UnaryOp':
      return e.op === 'USub' && e.operand.kind === 'Constant' ? `-${textOf(e.operand)}` : unsupported(e);
    default:
      return unsupported(e);
  }
}

function asText<T extends Expression | null>(e: T): T | Extract<Expression, { kind: 'Constant' }> {
  if (e === null) return e;
  const { line, column, endLine, endColumn } = e;
  return { kind: 'Constant', value: { type: 'str', value: textOf(e) }, line, column, endLine, endColumn };
}

const argument = <T extends Argument | null>(arg: T): T =>
  arg === null ? arg : { ...arg, annotation: asText(arg.annotation) };

const parameters = (args: Arguments): Arguments => ({
  ...args,
  posonlyargs: args.posonlyargs.map(argument),
  args: args.args.map(argument),
  vararg: argument(args.vararg),
  kwonlyargs: args.kwonlyargs.map(argument),
  kwarg: argument(args.kwarg),
});

const statements = (body: readonly Statement[]): Statement[] => body.map(statement);

function statement(s: Statement): Statement {
  switch (s.kind) {
    case 'AnnAssign':
      return { ...s, annotation: asText(s.annotation) };
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return { ...s, args: parameters(s.args), returns: asText(s.returns), body: statements(s.body) };
    case 'ClassDef':
    case 'With':
    case 'AsyncWith':
      return { ...s, body: statements(s.body) };
    case 'If':
    case 'For':
    case 'AsyncFor':
    case 'While':
      return { ...s, body: statements(s.body), orelse: statements(s.orelse) };
    case 'Try':
    case 'TryStar':
      return {
        ...s,
        body: statements(s.body),
        handlers: s.handlers.map((handler) => ({ ...handler, body: statements(handler.body) })),
        orelse: statements(s.orelse),
        finalbody: statements(s.finalbody),
      };
    case 'Match':
      return { ...s, cases: s.cases.map((one) => ({ ...one, body: statements(one.body) })) };
    default:
      return s;
  }
}

/** The module with its annotations as texts. Throws `Unsupported`. */
export function annotationsAsTexts(module: Module): Module {
  return { ...module, body: statements(module.body) };
}
