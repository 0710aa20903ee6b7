import type { Metadata } from 'next';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { Tracker } from '../../../../_components/lesson/tracker';
import { type LessonParams, lessonTable } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.tracker };

export default async function TrackerPage({ params }: LessonParams) {
  const { slug } = await params;
  return (
    <ModeSection mode="tracker">
      <Tracker table={await lessonTable(slug)} />
    </ModeSection>
  );
}
