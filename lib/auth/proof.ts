import type { Right, Role } from './policy';
import type { Viewer } from './viewer';

declare const proven: unique symbol;

/**
 * Proof that this person has this right in this course, read from the database for this request. Data
 * functions ask for it as an argument: who has none cannot call them. Made by `proveMembership` alone.
 */
export interface CourseProof<R extends Right = Right> {
  readonly [proven]: R;
  readonly viewer: Viewer;
  readonly courseId: string;
  readonly role: Role;
}
