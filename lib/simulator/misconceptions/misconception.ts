import type { BentMachine } from './bending/bent-machine';
import type { MisconceptionId } from './ids';

/** A belief, why it is wrong, and the rule that is bent where a machine holds it. */
export interface Misconception {
  readonly id: MisconceptionId;
  /** A few words, for a heading. */
  readonly title: string;
  /** What the student believes, in the student's words. */
  readonly belief: string;
  /** Two sentences: what Python or NumPy does instead. */
  readonly refutation: string;
  /** The smallest program that shows the difference. */
  readonly snippet: string;
  /** Bends a machine that has not run yet. */
  readonly bend: (machine: BentMachine) => void;
}
