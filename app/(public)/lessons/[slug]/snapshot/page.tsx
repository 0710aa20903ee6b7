import type { Metadata } from 'next';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { Snapshot } from '../../../../_components/lesson/snapshot';
import { type LessonParams, lessonFilm, requireLesson } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.snapshot };

export default async function SnapshotPage({ params }: LessonParams) {
  const { slug } = await params;
  const [lesson, film] = await Promise.all([requireLesson(slug), lessonFilm(slug)]);
  return (
    <ModeSection mode="snapshot">
      <Snapshot slug={slug} points={lesson.snapshot} film={film} />
    </ModeSection>
  );
}
