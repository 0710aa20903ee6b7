/** Words that stand around every page: bars, keys, errors. */
export const brand = { name: 'lastref', title: 'Lastref', home: 'Lastref, home' } as const;

export const chrome = {
  skip: 'Skip to content',
  main: 'Main',
  menu: 'Menu',
  theme: 'Switch between light and dark',
  keys: 'Keyboard shortcuts',
  home: 'Home',
  lessons: 'Lessons',
  exercises: 'Exercises',
  assignments: 'Assignments',
  playground: 'Playground',
  review: 'Review',
  waiting: 'to review',
  classes: 'Classes',
  loading: 'Loading',
  close: 'Close',
} as const;

export const count = {
  immortal: 'no count',
  label: (n: number) => `reference count ${n}`,
} as const;

export const keys = {
  title: 'Keyboard shortcuts',
  lesson: 'In a lesson',
  table: 'In a trace table',
  anywhere: 'Anywhere',
  rows: {
    lesson: [
      ['←', '→', 'step back, step forward'],
      ['Home', 'End', 'to the start, to the end'],
      ['[', ']', 'to the step before, to the next step that changes the object you follow'],
      ['Space', 'play, pause'],
      ['1', '9', 'switch mode; the step is kept'],
      ['W', 'why: who holds the object of this step'],
      ['T', 'the picture as a table'],
    ],
    table: [
      ['Enter', 'next cell'],
      ['Shift Enter', 'previous cell'],
      ['↑', '↓', 'same column'],
      ['-', 'not defined'],
      ['Y', 'N', 'freed: yes, no'],
      ['Ctrl Z', 'Ctrl Y', 'undo, redo'],
      ['Ctrl V', 'fill a block from a spreadsheet'],
    ],
    anywhere: [['?', 'this list']],
  },
} as const;

export const errors = {
  title: 'Something went wrong',
  text: 'The page could not be shown. Nothing that you submitted is lost.',
  retry: 'Try again',
  goHome: 'Go to the home page',
  notFound: 'There is nothing here',
  notFoundText: 'The address may be mistyped, or you may not have access to it.',
  forbidden: 'This page is for teachers of the course',
} as const;
