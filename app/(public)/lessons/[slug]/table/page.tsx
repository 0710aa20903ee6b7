import type { Metadata } from 'next';
import { ExecutionTable } from '../../../../_components/lesson/execution-table';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { type LessonParams, lessonTable } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.table };

export default async function ExecutionTablePage({ params }: LessonParams) {
  const { slug } = await params;
  return (
    <ModeSection mode="table">
      <ExecutionTable table={await lessonTable(slug)} slug={slug} />
    </ModeSection>
  );
}
