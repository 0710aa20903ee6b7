import type { PracticeConcept } from '@/lib/exercises/practice/concepts';

/** What the scheduler knows of a concept after its last review. */
export interface ReviewCard {
  readonly concept: PracticeConcept;
  readonly due: Date;
  /** In days. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
  /** As FSRS numbers them: 1 learning, 2 review, 3 relearning. */
  readonly state: number;
  readonly lastReview: Date;
}

/** A concept to be reviewed today. */
export interface DueConcept {
  readonly concept: PracticeConcept;
  /** When it was last answered: wrongly, or in its last review. */
  readonly since: Date;
  /** Null where it was never reviewed. */
  readonly card: ReviewCard | null;
}
