import type { Metadata } from 'next';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { Transcript } from '../../../../_components/lesson/transcript';
import { type LessonParams, lessonFilm, requireLesson } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.transcript };

export default async function TranscriptPage({ params }: LessonParams) {
  const { slug } = await params;
  const [lesson, film] = await Promise.all([requireLesson(slug), lessonFilm(slug)]);
  return (
    <ModeSection mode="transcript">
      <Transcript slug={slug} {...lesson.transcript} film={film} />
    </ModeSection>
  );
}
