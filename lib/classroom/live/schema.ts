import { z } from 'zod';
import type { MisconceptionId } from '@/lib/exercises/misconception-ids';

export const boardInputSchema = z.strictObject({
  courseId: z.uuid(),
  /** Slug of the quiz. */
  quiz: z.string().max(200),
  section: z.uuid().optional(),
});
export type BoardInput = z.infer<typeof boardInputSchema>;

export const streamInputSchema = z.strictObject({ courseId: z.uuid() });

/**
 * Where a student stands with a question: no attempt; an attempt is open and nothing is saved, or something is; or the
 * marks of the last attempt.
 */
export type CellState = 'none' | 'open' | 'typed' | 'right' | 'partly' | 'wrong';

export interface LiveCell {
  readonly state: CellState;
  /** Null without marks. */
  readonly points: number | null;
  readonly possible: number | null;
  readonly believes: readonly MisconceptionId[];
}

/** Why somebody is taken to be stuck. */
export type Stuck =
  | { readonly code: 'quiet'; readonly minutes: number }
  | { readonly code: 'no-gain'; readonly attempts: number };

export type Standing = 'none' | 'working' | 'submitted';

export interface LiveStudent {
  readonly userId: string;
  readonly name: string;
  /** What stands for the name where names are hidden: the same each time, and not by the alphabet. */
  readonly alias: number;
  readonly standing: Standing;
  /** Submitted attempts. */
  readonly attempts: number;
  readonly stuck: Stuck | null;
  /** One for each question, in order. */
  readonly cells: readonly LiveCell[];
}

export interface LiveQuestion {
  readonly exerciseId: string;
  /** 'a', 'b', 'c' … */
  readonly label: string;
  readonly title: string;
  /** Students whose last marks are full, and students who have marks. */
  readonly right: number;
  readonly marked: number;
}

/** A misconception, with the students whose last submitted answers show it. */
export interface LiveBelief {
  readonly id: MisconceptionId;
  readonly title: string;
  readonly students: readonly string[];
}

/** A class at work on one quiz. Made for JSON: moments are ISO texts. */
export interface LiveBoard {
  readonly quiz: { readonly slug: string; readonly title: string };
  readonly questions: readonly LiveQuestion[];
  readonly students: readonly LiveStudent[];
  /** The commonest first. */
  readonly beliefs: readonly LiveBelief[];
  /** By the database's clock. */
  readonly at: string;
}

/** A quiz that somebody in the course has worked on lately. */
export interface LiveQuiz {
  readonly slug: string;
  readonly title: string;
  /** Of the assignment, where it is the quiz of one. */
  readonly assignment: boolean;
  readonly students: number;
  readonly lastActivity: Date;
}

export interface LiveChoices {
  /** Title of the course. */
  readonly course: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** The latest activity first. */
  readonly quizzes: readonly LiveQuiz[];
}
