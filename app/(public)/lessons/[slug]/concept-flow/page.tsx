import type { Metadata } from 'next';
import { ConceptFlow } from '../../../../_components/lesson/concept-flow';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { type LessonParams, lessonFilm, requireLesson } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name['concept-flow'] };

export default async function ConceptFlowPage({ params }: LessonParams) {
  const { slug } = await params;
  const [lesson, film] = await Promise.all([requireLesson(slug), lessonFilm(slug)]);
  return (
    <ModeSection mode="concept-flow">
      <ConceptFlow slug={slug} flow={lesson.conceptFlow} film={film} />
    </ModeSection>
  );
}
