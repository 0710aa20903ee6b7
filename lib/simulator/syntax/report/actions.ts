import { ownValue } from '../../trace/own-value';
import type { Tree, Value } from './machine';
import type { TokenList } from './token-list';

/** The first and the last tree in a value. */
function edge(value: Value | undefined, last: boolean): Tree | null {
  if (value === null || value === undefined) return null;
  if ('kind' in value) return value;
  for (let i = 0; i < value.length; i++) {
    const found = edge(value[last ? value.length - 1 - i : i], last);
    if (found !== null) return found;
  }
  return null;
}

function first(value: Value | undefined): Tree {
  const tree = edge(value, false);
  if (tree === null) throw new Error('an action needs a tree');
  return tree;
}

function trees(value: Value | undefined): Tree[] {
  if (value === null || value === undefined) return [];
  return 'kind' in value ? [value] : value.flatMap(trees);
}

/** _PyPegen_get_expr_name (Parser/pegen.c). */
const EXPRESSION_NAMES: Readonly<Record<string, string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  Constant: 'literal',
  True: 'True',
  False: 'False',
  None: 'None',
  Ellipsis: 'ellipsis',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
};

const CONSTANT_WORDS: Readonly<Record<string, string>> = {
  True: 'True',
  False: 'False',
  None: 'None',
  '...': 'Ellipsis',
};

/** The node's kind, that of a single token read from its text. */
function kindOf(tree: Tree, tokens: TokenList): string {
  return tree.kind === 'token' ? (ownValue(CONSTANT_WORDS, tokens.text(tree.start)) ?? '') : tree.kind;
}

/** _PyPegen_get_invalid_target: what in `tree` cannot be a target of the kind. */
function invalidTarget(tree: Tree, role: string, tokens: TokenList): Tree | null {
  switch (kindOf(tree, tokens)) {
    case 'List':
    case 'Tuple':
      for (const element of trees(tree.items)) {
        if (kindOf(element, tokens) === '') continue;
        const found = invalidTarget(element, role, tokens);
        if (found !== null) return found;
      }
      return null;
    case 'Starred':
      return role === 'delete' ? tree : invalidTarget(first(tree.items), role, tokens);
    case 'Compare':
      if (role !== 'loop') return tree;
      return trees(tree.items)[1]?.kind === 'In' ? invalidTarget(first(tree.items), role, tokens) : null;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return tree;
  }
}

/** The last condition, else the iterable, of the last `for` clause. */
function lastOfComprehension(clauses: Value | undefined): Tree {
  const clause = edge(clauses, true);
  const parts = clause === null ? [] : trees(clause.items);
  return parts[parts.length - 1] ?? first(clauses);
}

/** What an action that stops is given. */
export interface ActionPlace {
  readonly tokens: TokenList;
  /** How many tokens the parser has looked at. */
  readonly fill: number;
  /** The token after what the alternative has matched. */
  readonly mark: number;
}

/** `{@how labels | message}`: the error to report. */
export function messageAction(text: string, values: readonly Value[], place: ActionPlace): Error | object {
  const { tokens, fill } = place;
  const bar = text.indexOf('|');
  const how = text.slice(1, text.indexOf(' '));
  let message = text.slice(bar + 1).trim();
  const last = fill - 1;
  if (how === 'token') return tokens.tokenError('SyntaxError', message, last);
  if (how === 'indentation') {
    const tree = edge(values[0], false);
    if (tree !== null) message = message.replace('%d', String(tokens.lines[tree.start]));
    return tokens.tokenError('IndentationError', message, last);
  }
  const tree = first(values[0]);
  message = message
    .replace('%n', ownValue(EXPRESSION_NAMES, kindOf(tree, tokens)) ?? '')
    .replace('%t', tokens.text(tree.start));
  let end = edge(values[values.length - 1], true) ?? tree;
  if (how === 'comprehension') end = lastOfComprehension(values[1]);
  else if (how === 'from') return tokens.openRangeError(message, tree.start, last);
  return tokens.rangeError(message, tree.start, end.end);
}

const LEGACY = ['print', 'exec'];

function isLegacy(tree: Tree, tokens: TokenList): boolean {
  return tree.kind === 'Name' && LEGACY.includes(tokens.text(tree.start));
}

/** `{#name labels}`: the error to report, or null where the rule finds none. */
export function namedAction(name: string, values: readonly Value[], place: ActionPlace): object | null {
  const { tokens, fill, mark } = place;
  const a = first(values[0]);
  switch (name) {
    case 'assign':
    case 'loop':
    case 'delete': {
      const found = invalidTarget(a, name, tokens);
      if (found === null) return null;
      const verb = name === 'delete' ? 'delete' : 'assign to';
      const message = `cannot ${verb} ${ownValue(EXPRESSION_NAMES, kindOf(found, tokens))}`;
      return tokens.rangeError(message, found.start, found.end);
    }
    case 'legacy': {
      if (!isLegacy(a, tokens)) return null;
      const word = tokens.text(a.start);
      const message = `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`;
      return tokens.rangeError(message, a.start, first(values[1]).end);
    }
    case 'comma':
      if (isLegacy(a, tokens) || tokens.levels[mark - 1] === 0) return null;
      return tokens.rangeError('invalid syntax. Perhaps you forgot a comma?', a.start, first(values[1]).end);
    case 'colon': {
      const line = tokens.lines[a.start] as number;
      const column = tokens.endColumns[a.end] as number;
      return tokens.error('SyntaxError', "':' expected after dictionary key", line, column, line, 0);
    }
    case 'positional': {
      const unpacks = trees(a.items).some((argument) => tokens.text(argument.start) === '**');
      const message = `positional argument follows keyword argument${unpacks ? ' unpacking' : ''}`;
      return tokens.tokenError('SyntaxError', message, fill - 1);
    }
    case 'unbracketed': {
      const args = trees(a.items).filter((argument) => isPositional(argument, tokens));
      const last = args[args.length - 1];
      if (last === undefined || args.length < 2) return null;
      const end = lastOfComprehension(values[1]).end;
      return tokens.rangeError('Generator expression must be parenthesized', last.start, end);
    }
    default:
      return null;
  }
}

function isPositional(argument: Tree, tokens: TokenList): boolean {
  return argument.kind !== 'keyword' && kindOf(argument, tokens) !== '';
}
