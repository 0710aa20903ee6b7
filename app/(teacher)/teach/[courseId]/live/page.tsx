import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { liveBoard, liveChoices, thresholds } from '@/lib/classroom/live';
import { isAppError } from '@/lib/common/errors';
import { Choose } from '../../../../_components/live/choose';
import { LiveView } from '../../../../_components/live/live-view';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';
import styles from '../../teach.module.css';

export const metadata: Metadata = { title: words.live.title };

const search = z.object({
  quiz: z.string().max(200).optional().catch(undefined),
  section: z.uuid().optional().catch(undefined),
  names: z.literal('hidden').optional().catch(undefined),
});

/** A class at work, as it moves. */
export default async function LivePage({
  params,
  searchParams,
}: {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { courseId } = await params;
  const { quiz, section, names } = search.parse(await searchParams);
  const proof = await requireTeacher(courseId, `/teach/${courseId}/live`);
  const choices = await liveChoices(proof);
  const t = words.live;
  const chosen = quiz ?? choices.quizzes[0]?.slug;
  if (chosen === undefined) return <EmptyState title={t.none} text={t.noneText} />;
  const board = await liveBoard(proof, {
    courseId,
    quiz: chosen,
    ...(section === undefined ? {} : { section }),
  }).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  });
  const { quietAfter, goneAfter, attemptsWithoutGain } = thresholds;
  return (
    <div className={styles.page}>
      <h1>{t.heading(choices.course)}</h1>
      <p className={styles.lead}>{t.lead}</p>
      <Choose choices={choices} quiz={chosen} section={section ?? null} namesHidden={names === 'hidden'} />
      <LiveView
        key={`${chosen} ${section}`}
        first={board}
        courseId={courseId}
        section={section ?? null}
        namesHidden={names === 'hidden'}
        stuckNote={t.stuckNote(quietAfter, goneAfter, attemptsWithoutGain)}
      />
    </div>
  );
}
