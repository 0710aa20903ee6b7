import { permanentRedirect } from 'next/navigation';
import type { LessonParams } from '../../../_data/lessons';

/** A lesson without a mode begins with its concept flow. */
export default async function LessonPage({ params }: LessonParams) {
  permanentRedirect(`/lessons/${(await params).slug}/concept-flow`);
}
