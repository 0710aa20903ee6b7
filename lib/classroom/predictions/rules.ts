import { beliefsAbout, isPracticeConcept, type PracticeConcept } from '@/lib/exercises/practice/concepts';
import { misconceptions } from '@/lib/simulator/misconceptions';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { ConceptProgress, IdeaToLetGo, Prediction } from './schema';

/** Answers of a concept that are shown. */
export const shownAnswers = 14;

/** Right answers in a row after which an idea is let go. */
export const rowToLetGo = 3;

/** Progress by concept, by name. Predictions come newest first. */
export function progressByConcept(predictions: readonly Prediction[]): ConceptProgress[] {
  const byConcept = new Map<string, boolean[]>();
  for (const { concepts, right } of predictions) {
    for (const concept of concepts) {
      const newest = byConcept.get(concept) ?? [];
      byConcept.set(concept, newest);
      if (newest.length < shownAnswers) newest.unshift(right);
    }
  }
  return [...byConcept]
    .map(([concept, newest]) => ({ concept, newest, right: newest.filter(Boolean).length }))
    .toSorted((a, b) => a.concept.localeCompare(b.concept, 'en'));
}

/** When each concept that can be practised was last answered wrongly. */
export function lastWrongByConcept(predictions: readonly Prediction[]): ReadonlyMap<PracticeConcept, Date> {
  const last = new Map<PracticeConcept, Date>();
  for (const { concepts, right, at } of predictions) {
    if (right) continue;
    for (const concept of concepts)
      if (isPracticeConcept(concept) && !last.has(concept)) last.set(concept, at);
  }
  return last;
}

/** The ideas that were named and not answered away since, the last one first. Predictions come newest first. */
export function ideasToLetGo(predictions: readonly Prediction[]): IdeaToLetGo[] {
  const named = new Set(predictions.flatMap((prediction) => prediction.named));
  return [...named]
    .flatMap((id) => {
      const fitting = predictions.filter((prediction) => prediction.named.includes(id));
      const lastSeen = fitting[0]?.at;
      const rightSince = rowSince(predictions, id);
      return lastSeen === undefined || rightSince >= rowToLetGo
        ? []
        : [{ id, title: misconceptions[id].title, fits: fitting.length, lastSeen, rightSince }];
    })
    .toSorted((a, b) => b.lastSeen.getTime() - a.lastSeen.getTime());
}

/** Right answers in a row, counted from the newest, to questions that would show an idea. */
function rowSince(predictions: readonly Prediction[], id: MisconceptionId): number {
  let row = 0;
  for (const prediction of predictions) {
    if (prediction.named.includes(id)) break;
    if (!wouldShow(prediction, id)) continue;
    if (!prediction.right) break;
    row += 1;
  }
  return row;
}

/** Whether who holds an idea would be likely to have answered otherwise. */
function wouldShow({ tells, concepts }: Prediction, id: MisconceptionId): boolean {
  if (tells !== null) return tells.includes(id);
  return concepts.some((concept) => isPracticeConcept(concept) && beliefsAbout[concept].includes(id));
}
