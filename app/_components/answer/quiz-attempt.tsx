'use client';

import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import * as words from '../../_words';
import { Notice } from '../ui/notice';
import { type AttemptLimits, AttemptMeta } from './attempt-meta';
import { ConflictDialog } from './draft/conflict-dialog';
import { EmptyDialog } from './empty-dialog';
import { HowToFill } from './how-to-fill';
import { takeStarted } from './just-started';
import type { Complaints } from './model';
import { emptyParts, filled } from './parts';
import { QuestionBody } from './question-body';
import { QuestionCard } from './question-card';
import styles from './quiz-attempt.module.css';
import { SubmitBar } from './submit-bar';
import { type AttemptActions, type OpenAttempt, useAttempt } from './use-attempt';
import { sharedProgram, WithProgram } from './with-program';

interface AttemptProps {
  attempt: OpenAttempt;
  /** What each question asks, rendered, by position. */
  prompts: Readonly<Record<number, ReactNode>>;
  /** Who answers: what this device keeps is theirs alone. */
  owner: string;
  address: string;
  actions: AttemptActions;
  limits?: AttemptLimits | null;
}

const NO_COMPLAINTS: Complaints = new Map();

/** An open attempt: questions, drafts that save themselves, one submission. */
export function QuizAttempt({ attempt, prompts, owner, address, actions, limits = null }: AttemptProps) {
  const { questions, attemptId } = attempt;
  const root = useRef<HTMLDivElement>(null);
  const { answers, complaints, drafts, submission, ...act } = useAttempt(attempt, owner, address, actions);
  // Who pressed "start" goes on from here: the button is gone.
  useEffect(() => {
    if (takeStarted()) root.current?.focus({ preventScroll: true });
  }, []);
  // What was sent back is where the work goes on.
  useEffect(() => {
    if (complaints.size > 0)
      root.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refused]')?.focus();
  }, [complaints]);
  const closed = drafts.status.type === 'closed';
  const why = drafts.status.type === 'closed' ? drafts.status.why : null;
  const counts = questions.map((q) => filled(q.exercise, answers[q.position]));
  const done = counts.reduce((sum, count) => sum + count.done, 0);
  const of = counts.reduce((sum, count) => sum + count.of, 0);
  const program = sharedProgram(questions);
  const alone = questions.length === 1;
  return (
    <section
      ref={root}
      className={styles.attempt}
      tabIndex={-1}
      aria-label={words.quiz.attempt(attempt.number)}
      data-attempt={attemptId}
    >
      <AttemptMeta number={attempt.number} limits={limits} status={drafts.status} />
      <WithProgram
        program={program}
        side={alone && questions[0] ? <HowToFill kind={questions[0].exercise.kind} /> : null}
      >
        {questions.map((question) => (
          <QuestionCard
            key={question.position}
            question={question}
            prompt={prompts[question.position]}
            withProgram={program === null}
            alone={alone}
            after={alone ? null : <HowToFill kind={question.exercise.kind} folded />}
          >
            <QuestionBody
              question={question}
              answer={answers[question.position]}
              complaints={complaints.get(question.position) ?? NO_COMPLAINTS}
              onChange={(answer) => act.change(question.position, answer)}
            />
          </QuestionCard>
        ))}
        {drafts.status.type === 'signed-out' && (
          <Notice tone="error" title={words.quiz.signedOut}>
            <p>{words.quiz.signedOutText}</p>
            <Link href={`/sign-in?callbackUrl=${encodeURIComponent(address)}`} prefetch={false}>
              {words.quiz.signIn}
            </Link>
          </Notice>
        )}
        {submission.error && !closed && <Notice tone="error" title={submission.error} />}
        {why !== null ? (
          <Notice tone="error" title={why}>
            <p>{words.quiz.closedByTerms}</p>
          </Notice>
        ) : closed ? (
          <Notice tone="error" title={words.quiz.closed}>
            <p>{words.quiz.closedText}</p>
            <Link href={`${address}/${attemptId}`}>{words.quiz.seeMarks}</Link>
          </Notice>
        ) : (
          <SubmitBar
            done={done}
            of={of}
            sending={submission.sending}
            withKeys={questions.some((q) => q.exercise.kind === 'trace-table')}
            onSubmit={() => (done < of ? submission.ask(true) : void submission.send())}
          />
        )}
      </WithProgram>
      <EmptyDialog
        open={submission.asking}
        empty={emptyParts(questions, answers)}
        onBack={() => submission.ask(false)}
        onSubmit={submission.send}
      />
      <ConflictDialog
        conflict={drafts.conflict}
        questions={questions}
        answers={answers}
        onUse={act.useOther}
        onKeep={act.keepThis}
      />
    </section>
  );
}
