/** The kinds, in the order in which authors read about them. */
export const kindNames = [
  'choice',
  'trace-table',
  'collection',
  'output',
  'memory-diagram',
  'program',
  'order',
] as const;
