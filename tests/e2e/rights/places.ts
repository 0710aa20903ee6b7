/** Every page with its address, and who may see it. A page that is not listed here fails rights.once.spec.ts. */
import { units } from '../routes';
import type { Person, Places } from './people';

export const lessonSlug = 'garbage-collection-and-array-references';
export const exerciseSlug = 'reference-counts/two-names-one-array';
/** Its answer is text. */
export const textSlug = 'copies/shallow-copy';
export const unitSlug = units.find((unit) => exerciseSlug.startsWith(`${unit}/`)) ?? '';

/**
 * What happens to who asks for a page: it is shown; they are asked to sign in, with the way back; it is not there; or
 * another page is for them.
 */
export type Verdict = 'shown' | 'sign-in' | 'not-there' | 'elsewhere';
export type Visitor = 'nobody' | Person;

const members = ['student', 'classmate', 'assistant', 'teacher', 'owner'] as const;
const staff = ['assistant', 'teacher', 'owner'] as const;

/** Who sees a page. Whoever is not named is refused: nobody is asked to sign in, the others find no page. */
export interface Door {
  readonly sees: readonly Visitor[] | 'everybody' | 'whoever is signed in';
  /** For who is sent on to another page. */
  readonly sent?: readonly Visitor[] | 'everybody' | 'whoever is signed in';
}

const open: Door = { sees: 'everybody' };
const signedIn: Door = { sees: 'whoever is signed in' };
const forMembers: Door = { sees: members };
const forStaff: Door = { sees: staff };
/** Assistants see the class, and change nothing. */
const forTeachers: Door = { sees: ['teacher', 'owner'] };
/** The answers of one student, for that student alone. */
const own: Door = { sees: ['student'] };
const sentOn: Door = { sees: [], sent: 'everybody' };
/** Whoever is signed in has no use for it. */
const forNobody: Door = { sees: ['nobody'], sent: 'whoever is signed in' };

export const pages: Readonly<
  Record<string, { readonly door: Door; readonly address: (places: Places) => string }>
> = {
  '/': { door: open, address: () => '/' },
  '/embed': { door: open, address: () => '/embed' },
  '/playground': { door: open, address: () => '/playground' },
  '/sign-in': { door: forNobody, address: () => '/sign-in' },
  '/sign-up': { door: forNobody, address: () => '/sign-up' },
  '/join': { door: open, address: () => '/join' },
  // The code is what lets in: whoever has it is told where it leads.
  '/join/[code]': { door: open, address: ({ code }) => `/join/${code}` },
  '/lessons': { door: open, address: () => '/lessons' },
  '/lessons/[slug]': { door: sentOn, address: () => `/lessons/${lessonSlug}` },
  ...Object.fromEntries(
    ['concept-flow', 'moments', 'snapshot', 'table', 'tracker', 'transcript', 'try', 'watch', 'quiz'].map(
      (mode) => [`/lessons/[slug]/${mode}`, { door: open, address: () => `/lessons/${lessonSlug}/${mode}` }],
    ),
  ),
  '/lessons/[slug]/quiz/[attemptId]': {
    door: own,
    address: ({ attempts }) => `/lessons/${lessonSlug}/quiz/${attempts.lesson}`,
  },
  '/exercises': { door: open, address: () => '/exercises' },
  '/exercises/[unit]/quiz': { door: open, address: () => `/exercises/${unitSlug}/quiz` },
  '/exercises/[unit]/quiz/[attemptId]': {
    door: own,
    address: ({ attempts }) => `/exercises/${unitSlug}/quiz/${attempts.unit}`,
  },
  '/exercises/[unit]/[exercise]': { door: open, address: () => `/exercises/${exerciseSlug}` },
  '/exercises/[unit]/[exercise]/[attemptId]': {
    door: own,
    address: ({ attempts }) => `/exercises/${exerciseSlug}/${attempts.exercise}`,
  },
  '/practice': { door: signedIn, address: () => '/practice' },
  '/practice/question': {
    door: signedIn,
    address: () => '/practice/question?concept=aliasing&difficulty=2&ask=choice&seed=7',
  },
  '/review': { door: signedIn, address: () => '/review' },
  '/account': { door: signedIn, address: () => '/account' },
  '/courses': { door: signedIn, address: () => '/courses' },
  '/assignments': { door: signedIn, address: () => '/assignments' },
  '/assignments/[courseId]/[assignmentId]': {
    door: forMembers,
    address: ({ courseId, assignmentId }) => `/assignments/${courseId}/${assignmentId}`,
  },
  '/assignments/[courseId]/[assignmentId]/[attemptId]': {
    door: own,
    address: ({ courseId, assignmentId, attempts }) =>
      `/assignments/${courseId}/${assignmentId}/${attempts.assignment}`,
  },
  '/quizzes/[courseId]/[quizId]': {
    door: forMembers,
    address: ({ courseId, quizId }) => `/quizzes/${courseId}/${quizId}`,
  },
  '/quizzes/[courseId]/[quizId]/[attemptId]': {
    door: own,
    address: ({ courseId, quizId, attempts }) => `/quizzes/${courseId}/${quizId}/${attempts.quiz}`,
  },
  // The list of one's own classes: whose is empty reads so.
  '/teach': { door: signedIn, address: () => '/teach' },
  ...ofClass('', forStaff),
  ...ofClass('/analysis', forStaff),
  ...ofClass('/analysis/[exerciseId]', forStaff, ({ exerciseId }) => `/analysis/${exerciseId}`),
  ...ofClass('/assignments', forStaff),
  ...ofClass('/assignments/new', forTeachers),
  ...ofClass('/assignments/[assignmentId]', forStaff, ({ assignmentId }) => `/assignments/${assignmentId}`),
  ...ofClass('/audit', forStaff),
  ...ofClass('/exercises', forStaff),
  ...ofClass('/exercises/import', forTeachers),
  ...ofClass('/exercises/new', forTeachers),
  ...ofClass('/exercises/[exerciseId]', forTeachers, ({ ownExerciseId }) => `/exercises/${ownExerciseId}`),
  ...ofClass('/gradebook', forStaff),
  ...ofClass(
    '/gradebook/[userId]/[assignmentId]',
    forStaff,
    ({ userId, assignmentId }) => `/gradebook/${userId}/${assignmentId}`,
  ),
  ...ofClass('/live', forStaff),
  ...ofClass('/live/answers', forStaff, ({ quizId }) => `/live/answers?quiz=${quizId}`),
  ...ofClass('/people', forStaff),
  ...ofClass('/people/import', forTeachers),
  ...ofClass('/quizzes', forStaff),
  ...ofClass('/quizzes/new', forTeachers),
  ...ofClass('/quizzes/[quizId]', forStaff, ({ quizId }) => `/quizzes/${quizId}`),
  ...ofClass('/regrade', forStaff),
  ...ofClass('/regrade/[exerciseId]', forTeachers, ({ exerciseId }) => `/regrade/${exerciseId}`),
  ...ofClass('/settings', forTeachers),
  ...ofClass('/students/[userId]', forStaff, ({ userId }) => `/students/${userId}`),
};

/** A page of the class, below `/teach/[courseId]`. */
function ofClass(route: string, door: Door, rest: (places: Places) => string = () => route) {
  return {
    [`/teach/[courseId]${route}`]: {
      door,
      address: (places: Places) => `/teach/${places.courseId}${rest(places)}`,
    },
  };
}

function named(who: Door['sees'] | undefined, visitor: Visitor): boolean {
  if (who === 'everybody') return true;
  return who === 'whoever is signed in' ? visitor !== 'nobody' : (who ?? []).includes(visitor);
}

/** What a door says to a visitor. */
export function verdictAt({ sees, sent }: Door, visitor: Visitor): Verdict {
  if (named(sees, visitor)) return 'shown';
  if (named(sent, visitor)) return 'elsewhere';
  return visitor === 'nobody' ? 'sign-in' : 'not-there';
}
