/** What a goal can ask for or forbid, beside calls. */
export const constructs = [
  'del',
  'for',
  'while',
  'if',
  'function',
  'class',
  'lambda',
  'comprehension',
  'slice',
  'augmented assignment',
  'import',
  'global',
  'with',
  'try',
] as const;
