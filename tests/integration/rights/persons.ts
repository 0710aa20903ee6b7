/** Everybody who may come: nobody, people of the course, and people of another one. */
export const persons = [
  'nobody',
  'student',
  'studentElsewhere',
  'assistant',
  'teacher',
  'owner',
  'teacherElsewhere',
] as const;
export type Person = (typeof persons)[number];

/** What happens to a person at a door: they pass, or the code of the error. */
export type Verdict = 'passes' | 'not-signed-in' | 'forbidden' | 'not-found';

/** The doors there are, by who passes. Whoever is not named in one is refused. */
export const doors = {
  /** Everybody. */
  open: verdicts([
    'nobody',
    'student',
    'studentElsewhere',
    'assistant',
    'teacher',
    'owner',
    'teacherElsewhere',
  ]),
  /** Who is signed in, whatever their courses: it concerns themselves alone. */
  signedIn: verdicts(['student', 'studentElsewhere', 'assistant', 'teacher', 'owner', 'teacherElsewhere']),
  /** Members of the course, to work in it. */
  member: verdicts(['student', 'assistant', 'teacher', 'owner']),
  /** Who sees the class. */
  staff: verdicts(['assistant', 'teacher', 'owner']),
  /** Who changes the course: assistants see the class, and change nothing. */
  teachers: verdicts(['teacher', 'owner']),
  /** Who owns the course. */
  owner: verdicts(['owner']),
} as const;
export type Door = keyof typeof doors;

function verdicts(passing: readonly Person[]): Readonly<Record<Person, Verdict>> {
  const refused: Readonly<Record<Person, Verdict>> = {
    nobody: 'not-signed-in',
    student: 'forbidden',
    assistant: 'forbidden',
    teacher: 'forbidden',
    owner: 'forbidden',
    // That there is such a course is not told.
    studentElsewhere: 'not-found',
    teacherElsewhere: 'not-found',
  };
  return Object.fromEntries(
    persons.map((person) => [person, passing.includes(person) ? 'passes' : refused[person]]),
  ) as Record<Person, Verdict>;
}
