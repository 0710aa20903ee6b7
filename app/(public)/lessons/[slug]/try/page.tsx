import type { Metadata } from 'next';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { TryIt } from '../../../../_components/try/try-it';
import { type LessonParams, requireLesson } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.lesson.mode.try };

export default async function TryPage({ params }: LessonParams) {
  const lesson = await requireLesson((await params).slug);
  return (
    <ModeSection mode="try">
      <TryIt program={lesson.snippet} />
    </ModeSection>
  );
}
