/** Words that stand around every page: bars, errors. */
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

/** The menu of who is signed in. Every page has it: it has words of its own. */
export const accountMenu = {
  label: (name: string) => `Account of ${name}`,
  signedInAs: 'Signed in as',
  courses: 'Your courses',
  account: 'Your account',
  signOut: 'Sign out',
} as const;

/** Work that takes its time. */
export const working = {
  seconds: (n: number) => `${n} s`,
} as const;

export const count = {
  immortal: 'no count',
  label: (n: number) => `reference count ${n}`,
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
