import type { CatalogueExercise, CatalogueUnit } from '@/lib/classroom/catalogue';
import * as words from '../../_words';
import { Difficulty } from './difficulty';
import { PageHead } from './page-head';

/** The title of an exercise with its kind, how hard it is, and what it is about. */
export function ExerciseHead({ exercise, unit }: { exercise: CatalogueExercise; unit: CatalogueUnit }) {
  const { title, kind, difficulty, concepts, varies } = exercise;
  return (
    <PageHead unit={unit} title={title}>
      <span>{words.kinds.name[kind]}</span>
      <Difficulty level={difficulty} />
      <span>{concepts.map((concept) => concept.replaceAll('-', ' ')).join(' · ')}</span>
      {varies && <span>{words.catalogue.varies}</span>}
    </PageHead>
  );
}
