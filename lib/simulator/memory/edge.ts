/** Who holds a reference: the kinds of tests/conformance FORMAT ("by"). */
export type EdgeKind =
  | 'name'
  | 'local'
  | 'cell'
  | 'item'
  | 'attr'
  | 'base'
  | 'default'
  | 'self'
  | 'func'
  | 'callback'
  | 'return'
  | 'frame'
  | 'temp'
  | 'handled'
  | 'exception'
  | 'const'
  | 'other';
