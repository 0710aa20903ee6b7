import type { CatalogueExercise, CatalogueUnit } from '@/lib/classroom/catalogue';
import { conceptName } from '../../_words/concepts';

/** What the exercises of a list must be; an empty text leaves it open. */
export interface Filter {
  readonly text: string;
  readonly unit: string;
  readonly kind: string;
  readonly difficulty: string;
  readonly concept: string;
}

export const everything: Filter = { text: '', unit: '', kind: '', difficulty: '', concept: '' };

export interface FoundExercise extends CatalogueExercise {
  readonly unit: string;
}

/** The exercises of the catalogue that are like that, in its order. Each word must be in the title or in a concept. */
export function matching(units: readonly CatalogueUnit[], filter: Filter): FoundExercise[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return units
    .filter(({ slug }) => filter.unit === '' || filter.unit === slug)
    .flatMap((unit) => unit.exercises.map((exercise) => ({ ...exercise, unit: unit.title })))
    .filter(({ title, kind, difficulty, concepts }) => {
      const said = [title, ...concepts, ...concepts.map(conceptName)].join(' ').toLowerCase();
      return (
        words.every((word) => said.includes(word)) &&
        (filter.kind === '' || filter.kind === kind) &&
        (filter.difficulty === '' || filter.difficulty === String(difficulty)) &&
        (filter.concept === '' || concepts.includes(filter.concept))
      );
    });
}
