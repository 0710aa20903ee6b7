import type { z } from 'zod';
import type { Timeline } from '../facts/timeline';

/** The programs that an exercise asks about, run. */
export interface Runs {
  /** The snippet as the student sees it. */
  readonly shown: Timeline;
  /** The snippet with the exercise's change, or the same again. */
  readonly asked: Timeline;
}

/** Why a variant cannot be used: its key is not what an exercise needs. For authors. */
export interface Fault {
  /** Where in the content file, such as ['columns', 1]. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Generated<Key> =
  | { readonly status: 'made'; readonly key: Key; readonly warnings: readonly Fault[] }
  | { readonly status: 'refused'; readonly faults: readonly Fault[] };

/** One part of an answer that gets a mark of its own. */
export interface PartReading<Value> {
  readonly cell: string;
  readonly typed: string;
  readonly reading:
    | { readonly status: 'read'; readonly value: Value; readonly shown: string }
    | { readonly status: 'blank' }
    | { readonly status: 'unreadable'; readonly message: string };
}

/**
 * One kind of exercise, from the content file to the answer that is read. The rest of its life, grade and
 * explain, is in `lib/grading/kinds`, a folder for each kind there as here.
 */
export interface ExerciseKind<Spec, Key, Public, Answer, Part> {
  readonly kind: string;
  /** The part of exercise.yaml that is this kind's own. */
  readonly spec: z.ZodType<Spec>;
  readonly answer: z.ZodType<Answer>;
  readonly key: z.ZodType<Key>;
  readonly public: z.ZodType<Public>;
  /** The key of a variant, computed from what the simulator says of its programs. */
  generate(spec: Spec, runs: Runs, seed: number): Generated<Key>;
  /** What the student sees before the submission. Nothing in it depends on a right answer. */
  render(key: Key): Public;
  /** Reads an answer, part by part, in the order of the key. Throws nothing: what cannot be read is told so. */
  parse(key: Key, answer: Answer): readonly PartReading<Part>[];
  /** The answer that earns every mark, for tests of content and for seeds. */
  solve(key: Key): Answer;
}
