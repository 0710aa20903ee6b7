/** Which misconceptions a draft tells from the truth, and from each other. Pure. */
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import type { Run } from '@/lib/exercises/kinds/contract';
import { makeVariant } from '@/lib/exercises/variant';
import { type BelievedCell, toldApart } from '@/lib/grading/diagnosis/told-apart';
import { type MisconceptionId, misconceptions } from '@/lib/simulator/misconceptions';
import type { DraftText } from './draft';
import { readDraft } from './read-draft';

/** A misconception that shows on some variant of a draft. */
export interface ShownMisconception {
  readonly id: MisconceptionId;
  readonly title: string;
  /** What somebody believes, in a sentence. */
  readonly belief: string;
  /** Variants on which its answer is another than the true one, of those that were looked at. */
  readonly shown: number;
  readonly of: number;
  /** The first seed on which it shows, and the cells in which it says something else there; none where answers are programs. */
  readonly seed: number;
  readonly cells: readonly BelievedCell[];
  /** Those that give the same answer wherever either shows: the question cannot tell them from this one. */
  readonly like: readonly MisconceptionId[];
  /** Whether exercise.yaml names it. */
  readonly named: boolean;
}

export interface DraftMisconceptions {
  readonly shown: readonly ShownMisconception[];
  /** Named by exercise.yaml, and on none of the variants told from the truth. */
  readonly untold: readonly { readonly id: MisconceptionId; readonly title: string }[];
  /** Variants that were looked at: 1 where nothing varies. */
  readonly of: number;
  /** Different ones among more of them, by what a student reads, and how many those were. */
  readonly different: number;
  readonly counted: number;
}

const variantsLookedAt = 10;
const variantsCounted = 60;

/** Null where the draft has an error: the preview tells it. `seed` is looked at first. */
export function misconceptionsOf(draft: DraftText, seed: number, run: Run): DraftMisconceptions | null {
  const { content } = readDraft(draft);
  if (content === null) return null;
  const first = makeVariant(content, seed, run);
  if (first.status === 'refused') return null;
  const varies = content.exercise.parameters !== undefined;
  const seeds = seedsFrom(seed, varies ? variantsLookedAt : 1);
  const named = new Set(first.exercise.misconceptions ?? []);
  const shown = toldApart(content, seeds, run);
  const counted = varies ? variantsCounted : 1;
  return {
    shown: shown.map((one) => ({
      ...one,
      title: misconceptions[one.id].title,
      belief: misconceptions[one.id].belief,
      named: named.has(one.id),
    })),
    untold: [...named]
      .filter((id) => !shown.some((one) => one.id === id))
      .map((id) => ({ id, title: misconceptions[id].title })),
    of: seeds.length,
    different: differentVariants(content, seedsFrom(seed, counted), run),
    counted,
  };
}

/** The seed that is shown, and others that have nothing to do with it. */
export const seedsFrom = (seed: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? seed : (seed + index * 7919) % 2 ** 31));

function differentVariants(content: ExerciseContent, seeds: readonly number[], run: Run): number {
  const looks = seeds.flatMap((seed) => {
    const made = makeVariant(content, seed, run);
    return made.status === 'made' ? [JSON.stringify([made.snippet, made.exercise.prompt])] : [];
  });
  return new Set(looks).size;
}
