/** Who comes to the pages: everybody of a course, and people of another one. */
export const people = [
  'student',
  'classmate',
  'studentElsewhere',
  'assistant',
  'teacher',
  'owner',
  'teacherElsewhere',
] as const;
export type Person = (typeof people)[number];

/** Words that stand in the course and nowhere else: whoever is refused may read none of them. */
export const secrets = {
  course: 'Secret course 7f3a',
  quiz: 'Secret quiz 7f3a',
  assignment: 'Secret assignment 7f3a',
  student: 'Secret Student 7f3a',
} as const;

/** What a browser would run, were it written into a page as it stands; and how that would look there. */
export const script = '</script><script>alert(7)</script><img src=x onerror=alert(7)>';
export const asItStands = ['<script>alert(7)', '<img src=x onerror'];

/** What the addresses of the pages are made of. */
export interface Places {
  readonly emails: Readonly<Record<Person, string>>;
  readonly courseId: string;
  readonly quizId: string;
  readonly assignmentId: string;
  readonly userId: string;
  readonly exerciseId: string;
  /** Of the course's own, never published. */
  readonly ownExerciseId: string;
  /** Of an invitation to the course. */
  readonly code: string;
  /** Submitted by the student, by what was answered. */
  readonly attempts: {
    readonly lesson: string;
    readonly unit: string;
    readonly exercise: string;
    readonly quiz: string;
    readonly assignment: string;
  };
  /** An assignment that shows neither marks nor solutions, with its quiz, and the student's attempt at it. */
  readonly held: { readonly assignmentId: string; readonly quizId: string; readonly attemptId: string };
  /** The course of the people elsewhere. */
  readonly elsewhere: string;
}
