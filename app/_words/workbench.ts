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
  worker: 'The simulator could not be started in this browser.',
} as const;
