/** Words of the home page. */
export const home = {
  title: 'See what Python really does with your arrays',
  lead: 'Students believe that `B = A` copies an array and that `del A` frees it. Lastref lets them predict what a program does, runs it in a simulator that counts references as CPython does, and shows where belief and Python part.',
  start: 'Start the lesson',
  signIn: 'Sign in',
  lessons: 'Lessons',
  how: [
    ['Predict', 'Fill in what each name refers to, how many references an array has, and when it is freed.'],
    ['Watch', 'Step through the run: names, objects, buffers, and every reference that is counted.'],
    ['Understand', 'Each mark has its reason at its step. One click opens that step.'],
  ],
  noLessons: 'No lessons yet',
  noLessonsText: 'Lessons are loaded when the app starts. Start it again with `npm start`.',
} as const;
