import type { Expression } from '../ast';

/** Expressions without a rule of their own: symtable.c and compile.c both take their operands in one order. */
export type PlainExpression = Extract<
  Expression,
  {
    kind:
      | 'Attribute'
      | 'BinOp'
      | 'BoolOp'
      | 'Compare'
      | 'Constant'
      | 'FormattedValue'
      | 'IfExp'
      | 'JoinedStr'
      | 'Slice'
      | 'Starred'
      | 'Subscript'
      | 'UnaryOp';
  }
>;

/** The operands of a plain expression, in the order in which CPython visits them; null where one is left out. */
export function operands(node: PlainExpression): readonly (Expression | null)[] {
  switch (node.kind) {
    case 'Attribute':
    case 'Starred':
      return [node.value];
    case 'BinOp':
      return [node.left, node.right];
    case 'BoolOp':
    case 'JoinedStr':
      return node.values;
    case 'Compare':
      return [node.left, ...node.comparators];
    case 'Constant':
      return [];
    case 'FormattedValue':
      return [node.value, node.format_spec];
    case 'IfExp':
      return [node.test, node.body, node.orelse];
    case 'Slice':
      return [node.lower, node.upper, node.step];
    case 'Subscript':
      return [node.value, node.slice];
    case 'UnaryOp':
      return [node.operand];
  }
}
