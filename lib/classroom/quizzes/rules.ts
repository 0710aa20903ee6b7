import { may, type Role } from '@/lib/auth/policy';

/** Who makes and changes the quizzes of a course. */
export const mayEditQuizzes = (role: Role): boolean => may(role, 'change-content');
