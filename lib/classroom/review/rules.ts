/** Spaced repetition, pure: the clock comes in as an argument. The scheduler is FSRS-6 with its published parameters. */
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { PracticeConcept } from '@/lib/exercises/practice/concepts';
import type { DueConcept, ReviewCard } from './schema';

/** No chance in it, and whole days: a review is something for today, not for in ten minutes. */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

export type ReviewRating = 'again' | 'hard' | 'good';

/** How well a review went: all right is good, at least half of the points is hard, less is again. */
export function ratingOf({ points, possible }: { points: number; possible: number }): ReviewRating {
  if (points >= possible) return 'good';
  return points * 2 >= possible ? 'hard' : 'again';
}

const grades: Readonly<Record<ReviewRating, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
};

/** The card after a review; null is a concept that was never reviewed. */
export function reviewed(
  concept: PracticeConcept,
  card: ReviewCard | null,
  rating: ReviewRating,
  now: Date,
): ReviewCard {
  const { card: next } = scheduler.next(
    card === null ? createEmptyCard(now) : asStored(card),
    now,
    grades[rating],
  );
  return {
    concept,
    due: next.due,
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays: next.scheduled_days,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    lastReview: now,
  };
}

function asStored(card: ReviewCard): Card {
  const { due, stability, difficulty, reps, lapses, state } = card;
  return {
    due,
    stability,
    difficulty,
    // Deprecated by the scheduler, which takes the days from the last review.
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: 0,
    reps,
    lapses,
    state,
    last_review: card.lastReview,
  };
}

/** The day of a moment, as the scheduler counts days: in UTC. */
const dayOf = (moment: Date): number => Math.floor(moment.getTime() / 86_400_000);

/**
 * What to review today: the cards whose day has come, and the concepts that were answered wrongly since their last
 * review, or never reviewed. What waits longest comes first.
 */
export function dueToday(
  cards: readonly ReviewCard[],
  lastWrong: ReadonlyMap<PracticeConcept, Date>,
  now: Date,
): DueConcept[] {
  const known = new Map(cards.map((card) => [card.concept, card]));
  const due: DueConcept[] = [];
  for (const concept of new Set([...known.keys(), ...lastWrong.keys()])) {
    const card = known.get(concept) ?? null;
    const wrong = lastWrong.get(concept);
    const wrongSince = wrong !== undefined && (card === null || wrong > card.lastReview);
    if (wrongSince) due.push({ concept, since: wrong, card });
    else if (card !== null && dayOf(card.due) <= dayOf(now))
      due.push({ concept, since: card.lastReview, card });
  }
  return due.toSorted(
    (a, b) => a.since.getTime() - b.since.getTime() || a.concept.localeCompare(b.concept, 'en'),
  );
}
