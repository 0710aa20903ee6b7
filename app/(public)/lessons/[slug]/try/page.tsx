import type { Metadata } from 'next';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { TryIt } from '../../../../_components/try/try-it';
import { type LessonParams, lessonFilm, requireLesson } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.try };

export default async function TryPage({ params }: LessonParams) {
  const { slug } = await params;
  const [lesson, film] = await Promise.all([requireLesson(slug), lessonFilm(slug)]);
  return (
    <ModeSection mode="try">
      <TryIt program={lesson.snippet} film={film} />
    </ModeSection>
  );
}
