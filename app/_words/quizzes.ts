const plural = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** Words of the quizzes that teachers make, for them and for their students. */
export const quizzes = {
  title: 'Quizzes',
  lead: 'Quizzes that this course has made from exercises of the catalogue. Students find those on offer under Exercises.',
  none: 'No quiz of this course yet',
  noneText: 'Put exercises of the catalogue together, with points, in an order of your own.',
  make: 'New quiz',
  backToList: 'All quizzes of the course',
  facts: (exercises: number, points: string) =>
    `${plural(exercises, 'exercise', 'exercises')}, ${points === '1' ? '1 point' : `${points} points`}`,
  retired: 'not offered',
  quizTitle: 'Title',
  inIt: 'In the quiz',
  nothing: 'Nothing in it yet. Add exercises from the catalogue below.',
  save: 'Save',
  saving: 'Saving',
  outdated: (n: number) =>
    n === 1
      ? 'One exercise was revised since this quiz was saved'
      : `${n} exercises were revised since this quiz was saved`,
  outdatedText: (titles: string) =>
    `${titles}. The quiz asks what it asked before; save it, and new attempts ask the new revisions.`,
  saved: 'Saved. Attempts that are open keep what they began with.',
  saveFailed: 'It could not be saved. Try again.',
  wrongFields: 'Some of what was entered is not right. It is marked below; nothing was saved.',
  retire: 'Offer no longer',
  restore: 'Offer again',
  retireText:
    'A quiz that is not offered cannot be begun. Attempts that are open can be handed in; marks stay.',
  retiredNow: 'The quiz is not offered any more.',
  restoredNow: 'The quiz is offered again.',
  undo: 'Undo',
  picker: {
    title: 'Exercises of the catalogue',
    search: 'Search in titles and concepts',
    unit: 'Unit',
    kind: 'Kind',
    difficulty: 'Difficulty',
    concept: 'Concept',
    all: 'all',
    level: (n: number) => `${n} of 5`,
    found: (n: number, of: number) => `${n} of ${of} exercises`,
    none: 'No exercise is like that. Choose less, or search for another word.',
    add: (title: string) => `Add ${title}`,
    added: (title: string) => `${title} is in the quiz.`,
    look: (title: string) => `Look at ${title}`,
  },
  ofCourses: 'Quizzes of your courses',
  by: (course: string) => `made in ${course}`,
  back: 'Back to the quiz',
  closed: 'This quiz is not offered any more',
  closedText: 'Your attempts and their marks stay here.',
} as const;
