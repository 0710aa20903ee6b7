import type { Metadata } from 'next';
import { KeyMoments } from '../../../../_components/lesson/key-moments';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { type LessonParams, lessonFilm, requireLesson } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.moments };

export default async function MomentsPage({ params }: LessonParams) {
  const { slug } = await params;
  const [lesson, film] = await Promise.all([requireLesson(slug), lessonFilm(slug)]);
  return (
    <ModeSection mode="moments">
      <KeyMoments slug={slug} moments={lesson.keyMoments} film={film} />
    </ModeSection>
  );
}
