import type { z } from 'zod';
import type { Trace } from '@/lib/simulator';

/** How a program is run. Pure: the same source gives the same trace. */
export type Run = (source: string) => Trace;

/** The program of a variant, and the way to run it and others like it. */
export interface Program {
  readonly source: string;
  readonly run: Run;
}

/** Why a variant cannot be used: its key is not what an exercise needs. For authors. */
export interface Fault {
  /** Where in the content file, such as ['columns', 1]. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface Refused {
  readonly status: 'refused';
  readonly faults: readonly Fault[];
}
export type Generated<Key> =
  | { readonly status: 'made'; readonly key: Key; readonly warnings: readonly Fault[] }
  | Refused;

export const refused = (...faults: readonly Fault[]): Refused => ({ status: 'refused', faults });

/** One part of an answer that gets a mark of its own. */
export interface PartReading<Value> {
  readonly cell: string;
  readonly typed: string;
  readonly reading:
    | { readonly status: 'read'; readonly value: Value; readonly shown: string }
    | { readonly status: 'blank' }
    | { readonly status: 'unreadable'; readonly message: string };
}

/** The shapes of one kind. */
export interface KindShapes {
  /** The part of exercise.yaml that is this kind's own. */
  readonly spec: unknown;
  /** The right answers. Never leaves the server before the submission. */
  readonly key: unknown;
  /** What the student sees before the submission. */
  readonly public: unknown;
  readonly answer: unknown;
  /** What one part of an answer reads as. */
  readonly part: unknown;
  /** What is known of an answer once its program was run; null for kinds whose answers are no programs. */
  readonly evidence: unknown;
  /** How a content file writes a wrong answer down. */
  readonly mistake: unknown;
}

/**
 * One kind of exercise: generate → render → (examine →) parse → grade → explain. All but the last two are here;
 * grade and explain are in `lib/grading/kinds`, a folder for each kind there as here.
 */
export interface ExerciseKind<Shapes extends KindShapes> {
  readonly kind: string;
  readonly spec: z.ZodType<Shapes['spec']>;
  readonly answer: z.ZodType<Shapes['answer']>;
  readonly key: z.ZodType<Shapes['key']>;
  readonly public: z.ZodType<Shapes['public']>;
  readonly mistake: z.ZodType<Shapes['mistake']>;
  /** Whether a seed says in which order things are shown, beside what the parameters draw. */
  readonly shuffles: boolean;
  /** The key of a variant, computed from what the simulator says of its programs. */
  generate(spec: Shapes['spec'], program: Program, seed: number): Generated<Shapes['key']>;
  /** What the student sees before the submission. Nothing in it depends on a right answer. */
  render(key: Shapes['key']): Shapes['public'];
  /** The program that the student sees. */
  shown(key: Shapes['key'], source: string): string;
  /** Whether answers are programs, which must be run before they are read. */
  readonly runs: boolean;
  /** Runs the program that an answer is. Only ever called on a worker thread, in tests and in checks of content. */
  examine(key: Shapes['key'], answer: Shapes['answer'], run: Run): Shapes['evidence'];
  /** Reads an answer, part by part, in the order of the key. Throws nothing: what cannot be read is told so. */
  parse(
    key: Shapes['key'],
    answer: Shapes['answer'],
    evidence: Shapes['evidence'],
  ): readonly PartReading<Shapes['part']>[];
  /** The answer that earns every mark, for tests of content and for seeds. */
  solve(key: Shapes['key']): Shapes['answer'];
  /**
   * The answer of somebody to whom programs run as `program.run` says: a machine that holds a belief. What that does not
   * tell is left blank; null where it tells nothing, and for kinds whose answers are programs.
   */
  believed(key: Shapes['key'], spec: Shapes['spec'], program: Program): Shapes['answer'] | null;
  /** The answer in which nothing is filled in. */
  readonly blank: Shapes['answer'];
  /** A wrong answer of a content file, as a student would give it; a sentence where it is none of this variant. */
  mistaken(
    key: Shapes['key'],
    mistake: Shapes['mistake'],
    spec: Shapes['spec'],
    program: Program,
  ): Shapes['answer'] | string;
}

/** What a kind has whose answers are no programs. */
export const nothingToRun = {
  runs: false,
  shown: (_: unknown, source: string) => source,
  examine: () => null,
} as const;
