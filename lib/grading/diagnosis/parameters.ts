/**
 * What the diagnosis takes to be known of students (docs/grading.md has the derivation). A cell is answered as the
 * student's belief, or the truth, has it, but for a slip.
 */
import type { Key } from '@/lib/exercises/kinds';

/** How often a cell is a slip: one in twenty; an option of several one in ten; a choice, which may be a guess, one in four. */
export function slipRate(key: Key): number {
  if (key.kind !== 'choice') return 0.05;
  return key.several ? 0.1 : 0.25;
}

/** How often a student who slipped goes on from what they wrote, instead of from what is so. */
export const carriesOn = 0.5;

/** How likely it is beforehand that a student with a wrong cell holds a belief that shows here. */
export const beliefAtAll = 0.5;

/** Of those who hold one, how many hold two that show. */
export const beliefsInPairs = 0.1;

/**
 * From which probability a belief is named. Of those that are named at least this part is right, as far as the model is.
 */
export const sure = 0.9;

/** Wrong cells that a belief must explain: one alone may always be a slip. */
export const leastCells = 2;

/** From which probability the belief of a wrong option is told as what the option stands for. */
export const likely = 0.5;
