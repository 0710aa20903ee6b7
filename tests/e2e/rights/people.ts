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

/** What the addresses of the pages are made of. */
export interface Places {
  readonly emails: Readonly<Record<Person, string>>;
  readonly courseId: string;
  readonly quizId: string;
  readonly assignmentId: string;
  readonly userId: string;
  readonly exerciseId: string;
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
}
