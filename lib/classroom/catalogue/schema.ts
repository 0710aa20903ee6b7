import type { KindName } from '@/lib/exercises/kinds';

/** An exercise as the catalogue lists it. Its slug is that of its own quiz as well. */
export interface CatalogueExercise {
  readonly id: string;
  /** unit/exercise */
  readonly slug: string;
  readonly title: string;
  readonly kind: KindName;
  /** From 1 to 5. */
  readonly difficulty: number;
  readonly concepts: readonly string[];
  /** Whether each attempt may bring another variant. */
  readonly varies: boolean;
  /** Where it is looked at: its page in the catalogue, or, of an exercise of a course, the one of its teachers. */
  readonly address: string;
}

export interface UnitQuiz {
  readonly slug: string;
  readonly title: string;
  readonly questions: number;
}

export interface CatalogueUnit {
  readonly slug: string;
  readonly title: string;
  readonly quiz: UnitQuiz | null;
  /** The easy ones first. */
  readonly exercises: readonly CatalogueExercise[];
}

/** How far somebody is with one quiz, or with one exercise alone. */
export interface Standing {
  /** The best part of the points so far, from 0 to 1; null where nothing is submitted. */
  readonly best: number | null;
  readonly submitted: number;
  /** Whether an attempt is open. */
  readonly open: boolean;
}

/** By the slug of the quiz. */
export type Standings = ReadonlyMap<string, Standing>;
