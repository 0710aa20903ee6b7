import type { Metadata } from 'next';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { Playground } from '../../../../_components/try/playground';
import { type LessonParams, requireLesson } from '../../../../_data/lessons';
import { words } from '../../../../_words';

export const metadata: Metadata = { title: words.lesson.mode.try };

export default async function TryPage({ params }: LessonParams) {
  const lesson = await requireLesson((await params).slug);
  return (
    <ModeSection mode="try">
      <Playground program={lesson.snippet} />
    </ModeSection>
  );
}
