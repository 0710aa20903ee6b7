import type { Metadata } from 'next';
import { Watch } from '../../../../_components/lesson/watch';
import { type LessonParams, lessonFilm } from '../../../../_data/lessons';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.watch };

export default async function WatchPage({ params }: LessonParams) {
  return <Watch film={await lessonFilm((await params).slug)} />;
}
