import { may, type Role } from '@/lib/auth/policy';

/** Who writes, publishes and takes away the exercises of a course. */
export const mayWriteExercises = (role: Role): boolean => may(role, 'change-content');

/** Exercises and drafts of a course at most. */
export const mostExercises = 1000;
