/** Words of a program that is edited beside its run. */
export const workbench = {
  editor: 'Your program, in Python',
  run: 'Run',
  running: 'Running',
  reset: 'Back to the program of the lesson',
  notRun: 'Press Run, or Ctrl Enter, to see the program step by step.',
  ranSteps: (n: number) => (n === 1 ? 'Ran 1 step.' : `Ran ${n} steps.`),
  hung: 'The program took too long and was stopped. Make it smaller.',
  edited: 'The program has changed since it ran.',
  at: (line: number, column: number) => `Line ${line}, column ${column}`,
  ending: {
    syntax: 'This is not Python',
    raised: 'The program raised an exception',
    unsupported: 'Outside what can be shown',
    limit: 'A limit was reached',
  },
  stepsKept: (n: number) => `Steps 0 to ${n} ran and stay below.`,
  traceback: 'Traceback (most recent call last):',
  worker: 'The simulator could not be started in this browser.',
} as const;
