import type { Metadata } from 'next';
import Link from 'next/link';
import { listUnitsFor } from '@/lib/classroom/catalogue';
import { mayEditQuizzes, selectCourseQuiz } from '@/lib/classroom/quizzes';
import { retireQuizAction, saveQuizAction } from '../../../../../_actions/quizzes';
import styles from '../../../../../_components/assignments/assignments.module.css';
import { QuizForm } from '../../../../../_components/quizzes/quiz-form';
import { RetireButton } from '../../../../../_components/quizzes/retire-button';
import { Chip } from '../../../../../_components/ui/chip';
import { points } from '../../../../../_components/ui/format';
import { Notice } from '../../../../../_components/ui/notice';
import { Panel } from '../../../../../_components/ui/panel';
import { orNotFound } from '../../../../../_data/quiz';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.quizzes.title };

interface QuizParams {
  params: Promise<{ courseId: string; quizId: string }>;
}

/** One quiz of a course for its teachers: to be looked at, changed, and offered or not. */
export default async function CourseQuizPage({ params }: QuizParams) {
  const { courseId, quizId } = await params;
  const list = `/teach/${courseId}/quizzes`;
  const proof = await requireTeacher(courseId, `${list}/${quizId}`);
  const { title, items, revision, retired } = await orNotFound(selectCourseQuiz(proof, quizId));
  const outdated = items.filter((item) => item.outdated);
  const edits = mayEditQuizzes(proof.role);
  const known = { courseId, quizId };
  const t = words.quizzes;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href={list}>{t.backToList}</Link>
        </p>
        <h1>{title}</h1>
        {retired && <Chip>{t.retired}</Chip>}
      </div>
      {edits ? (
        <>
          <RetireButton known={known} retired={retired} retire={retireQuizAction} />
          {outdated.length > 0 && (
            <Notice title={t.outdated(outdated.length)}>
              <p>{t.outdatedText(outdated.map((item) => item.title).join(', '))}</p>
            </Notice>
          )}
          <QuizForm
            known={{ ...known, seen: revision }}
            title={title}
            items={items.map((item) => ({
              type: 'exercise',
              id: item.exerciseId,
              title: item.title,
              points: String(item.points),
            }))}
            units={await listUnitsFor(proof)}
            save={saveQuizAction}
          />
        </>
      ) : (
        <Panel className={styles.list ?? ''}>
          <ul>
            {items.map((item) => (
              <li key={item.exerciseId}>
                {/* Who may not change a quiz has no page of an exercise that the course has written. */}
                {item.address.startsWith('/teach/') ? (
                  <b>{item.title}</b>
                ) : (
                  <Link href={item.address}>{item.title}</Link>
                )}
                <span className={styles.end}>{words.assignments.points(points(item.points))}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
