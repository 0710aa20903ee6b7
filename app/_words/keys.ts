/** The list of keys. */
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
