import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { listUnitsFor } from '@/lib/classroom/catalogue';
import { mayEditQuizzes } from '@/lib/classroom/quizzes';
import { saveQuizAction } from '../../../../../_actions/quizzes';
import styles from '../../../../../_components/assignments/assignments.module.css';
import { QuizForm } from '../../../../../_components/quizzes/quiz-form';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.quizzes.make };

/** A new quiz of a course. */
export default async function NewQuizPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/quizzes`;
  const proof = await requireTeacher(courseId, `${address}/new`);
  if (!mayEditQuizzes(proof.role)) notFound();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href={address}>{words.quizzes.backToList}</Link>
        </p>
        <h1>{words.quizzes.make}</h1>
      </div>
      <QuizForm
        known={{ courseId, quizId: randomUUID(), seen: 0 }}
        title=""
        items={[]}
        units={await listUnitsFor(proof)}
        save={saveQuizAction}
      />
    </div>
  );
}
