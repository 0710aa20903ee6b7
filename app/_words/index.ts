/**
 * Every word of the interface, in one typed catalogue. Plain, short, correct; CPython's own terms, one word
 * for one thing. Python stands between backticks.
 */
import { account } from './account';
import { catalogue } from './catalogue';
import { kinds } from './kinds';
import { lesson } from './lesson';
import { play } from './play';
import { quiz } from './quiz';
import { player, stage } from './stage';
import { teacher } from './teacher';

export { MODES, type Mode } from './lesson';

export const words = {
  brand: { name: 'lastref', title: 'Lastref', home: 'Lastref, home' },
  chrome: {
    skip: 'Skip to content',
    main: 'Main',
    theme: 'Switch between light and dark',
    keys: 'Keyboard shortcuts',
    home: 'Home',
    lessons: 'Lessons',
    exercises: 'Exercises',
    playground: 'Playground',
    classes: 'Classes',
    loading: 'Loading',
    close: 'Close',
  },
  count: {
    immortal: 'no count',
    label: (n: number) => `reference count ${n}`,
  },
  keys: {
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
  },
  home: {
    title: 'See what Python really does with your arrays',
    lead: 'Students believe that `B = A` copies an array and that `del A` frees it. Lastref lets them predict what a program does, runs it in a simulator that counts references as CPython does, and shows where belief and Python part.',
    start: 'Start the lesson',
    signIn: 'Sign in',
    lessons: 'Lessons',
    how: [
      [
        'Predict',
        'Fill in what each name refers to, how many references an array has, and when it is freed.',
      ],
      ['Watch', 'Step through the run: names, objects, buffers, and every reference that is counted.'],
      ['Understand', 'Each mark has its reason at its step. One click opens that step.'],
    ],
    noLessons: 'No lessons yet',
    noLessonsText: 'Lessons are loaded when the app starts. Start it again with `npm start`.',
  },
  errors: {
    title: 'Something went wrong',
    text: 'The page could not be shown. Nothing that you submitted is lost.',
    retry: 'Try again',
    goHome: 'Go to the home page',
    notFound: 'There is nothing here',
    notFoundText: 'The address may be mistyped, or you may not have access to it.',
    forbidden: 'This page is for teachers of the course',
  },
  account,
  catalogue,
  kinds,
  lesson,
  play,
  player,
  quiz,
  stage,
  teacher,
} as const;
