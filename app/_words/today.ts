/** Words of a student's home. */
const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

export const today = {
  title: 'Today',
  summary: (due: number, review: number) =>
    [
      due === 0 ? 'Nothing is due.' : `${many(due, 'assignment is', 'assignments are')} due.`,
      review === 0 ? 'Nothing to review.' : `${many(review, 'concept', 'concepts')} to review.`,
    ].join(' '),
  course: 'Lessons and exercises count in',
  courseFailed: 'The course could not be chosen. Try again.',
  continue: 'Continue where you were',
  stoppedAt: (mode: string, step: number | null) =>
    step ? `You stopped at step ${step} of ${mode}.` : `You stopped in ${mode}.`,
  begin: 'Begin with a lesson',
  beginText: 'Six lessons show, step by step, what Python does with names, references and memory.',
  allLessons: 'All lessons',
  open: 'Begun and not submitted',
  draft: (done: number, of: number) => `answered ${done} of ${of}`,
  noDraft: 'nothing answered yet',
  goOn: 'Continue',
  due: 'Due',
  noneDue: 'Nothing is due',
  noneDueText: 'What your teacher assigns stands here, with the day by which it is due.',
  noDay: 'no due date',
  allExercises: 'All exercises',
  predict: 'How well you predict',
  legend: { right: 'right', wrong: 'not all right', order: 'newest on the right' },
  dots: (right: number, of: number) => `${right} of ${of} right`,
  noneAnswered: 'No answers yet',
  noneAnsweredText: 'Each answer to an exercise, or in practice, becomes a dot here: right or not.',
  ideas: 'Ideas to let go of',
  fits: (n: number, date: string) =>
    `Fits ${many(n, 'answer', 'answers')} of yours, the last one on ${date}.`,
  row: (n: number, of: number) => `${n} of ${of} right in a row`,
  noIdeas:
    'None. An idea that explains wrong answers of yours stands here until three right answers in a row show that you let it go.',
} as const;
