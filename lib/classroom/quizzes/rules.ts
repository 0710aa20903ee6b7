import { may, type Role } from '@/lib/auth/policy';

/** Quizzes of a course at most, those that are no longer offered as well: each list of them is whole. */
export const mostQuizzes = 500;

/** Who makes and changes the quizzes of a course. */
export const mayEditQuizzes = (role: Role): boolean => may(role, 'change-content');
