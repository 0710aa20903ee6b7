import type { Metadata } from 'next';
import Link from 'next/link';
import { selectAssignment } from '@/lib/classroom/assignments';
import { selectOpenAttempt } from '@/lib/classroom/attempts';
import { saveDraftAction, startAction, submitAction } from '../../../../_actions/attempts';
import { promptsOf } from '../../../../_components/answer/prompts';
import { QuizAttempt } from '../../../../_components/answer/quiz-attempt';
import { StartQuiz } from '../../../../_components/answer/start-quiz';
import styles from '../../../../_components/assignments/assignments.module.css';
import { Attempts } from '../../../../_components/assignments/attempts';
import { Facts } from '../../../../_components/assignments/facts';
import { Items } from '../../../../_components/assignments/items';
import { Notice } from '../../../../_components/ui/notice';
import { requireStudent } from '../../../../_data/assignments';
import { orNotFound } from '../../../../_data/quiz';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.assignments.title };

interface AssignmentParams {
  params: Promise<{ courseId: string; assignmentId: string }>;
}

/** An assignment: until when, what is in it, and the attempt that is open. */
export default async function AssignmentPage({ params }: AssignmentParams) {
  const { courseId, assignmentId } = await params;
  const address = `/assignments/${courseId}/${assignmentId}`;
  const proof = await requireStudent(courseId, address);
  const page = await orNotFound(selectAssignment(proof, assignmentId));
  const { access, timeZone, quizSlug } = page;
  const t = words.assignments;
  const open = access.save.allowed ? await selectOpenAttempt(proof, quizSlug) : null;
  const refusal = access.see.allowed ? access.start : access.see;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href="/assignments">{t.backToList}</Link>
        </p>
        <h1>{page.title}</h1>
      </div>
      <Facts page={page} />
      {open ? (
        <>
          <p className={styles.note}>{t.draftOpen}</p>
          <QuizAttempt
            key={open.attemptId}
            attempt={open}
            prompts={promptsOf(open.questions)}
            owner={proof.viewer.id}
            address={address}
            actions={{ save: saveDraftAction, submit: submitAction }}
            limits={{ attempts: access.bounds.attempts, dueAt: null }}
          />
        </>
      ) : (
        <>
          {access.see.allowed && <Items items={page.items} />}
          {refusal.allowed ? (
            <StartQuiz
              input={{ courseId, quizSlug }}
              word={page.attempts.length > 0 ? t.startAgain : t.start}
              start={startAction}
            />
          ) : (
            <Notice title={t.reason(refusal.reason, timeZone)} />
          )}
        </>
      )}
      {access.see.allowed && <Attempts page={page} address={address} />}
    </div>
  );
}
