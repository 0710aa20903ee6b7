/** Words of a run that did not come to its end: fetched with what tells them. */
export const runEnding = {
  at: (line: number, column: number) => `Line ${line}, column ${column}`,
  title: {
    syntax: 'This is not Python',
    raised: 'The program raised an exception',
    unsupported: 'Outside what can be shown',
    limit: 'A limit was reached',
  },
  stepsKept: (n: number) => `Steps 0 to ${n} ran and stay below.`,
  traceback: 'Traceback (most recent call last):',
} as const;
