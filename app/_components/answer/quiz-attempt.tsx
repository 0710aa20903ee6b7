'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { SubmitResult } from '@/lib/classroom/attempts';
import type { Answer } from '@/lib/exercises/browser';
import type { ActionResult } from '@/lib/web';
import { words } from '../../_words';
import { Notice } from '../ui/notice';
import { ChoiceQuestion } from './choice-question';
import { ConflictDialog } from './conflict-dialog';
import { DraftStatus } from './draft-status';
import { EmptyDialog } from './empty-dialog';
import { HowToFill } from './how-to-fill';
import { type Answers, askedCells, blankAnswer, filled, type Question } from './model';
import { QuestionCard } from './question-card';
import styles from './quiz-attempt.module.css';
import { SubmitBar } from './submit-bar';
import { TraceTable } from './trace-table';
import { type SavedDraft, useDrafts } from './use-drafts';
import { sharedProgram, WithProgram } from './with-program';

interface OpenQuestion extends Question {
  readonly draft: { readonly version: number; readonly answer: Answer; readonly savedAt: Date } | null;
}

interface AttemptProps {
  attempt: { attemptId: string; courseId: string; number: number; questions: readonly OpenQuestion[] };
  address: string;
  save: (input: unknown) => Promise<ActionResult<SavedDraft>>;
  submit: (input: unknown) => Promise<ActionResult<SubmitResult>>;
}

type Complaints = ReadonlyMap<number, ReadonlyMap<string, string>>;
const NO_COMPLAINTS: ReadonlyMap<string, string> = new Map();

/** An open attempt: questions, drafts that save themselves, one submission. */
export function QuizAttempt({ attempt, address, save, submit }: AttemptProps) {
  const { questions, attemptId, courseId } = attempt;
  const router = useRouter();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(questions.map((q) => [q.position, q.draft?.answer ?? blankAnswer(q.exercise)])),
  );
  const [complaints, setComplaints] = useState<Complaints>(new Map());
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // Made once and kept over retries: the same submission sent twice is one answer.
  const submissionId = useRef<string | null>(null);
  const saveOne = useCallback(
    (draft: { position: number; version: number; answer: Answer }) => save({ courseId, attemptId, ...draft }),
    [save, courseId, attemptId],
  );
  const drafts = useDrafts(
    useMemo(() => versionsOf(questions), [questions]),
    latestOf(questions),
    saveOne,
  );

  const change = (position: number, answer: Answer) => {
    setAnswers((all) => ({ ...all, [position]: answer }));
    drafts.change(position, answer);
  };
  const send = async () => {
    setAsking(false);
    setSending(true);
    setError(null);
    submissionId.current ??= crypto.randomUUID();
    const all = questions.map((q) => ({
      position: q.position,
      answer: answers[q.position] ?? blankAnswer(q.exercise),
    }));
    const result = await submit({
      courseId,
      attemptId,
      submissionId: submissionId.current,
      answers: all,
    }).catch(() => null);
    if (result?.ok && result.value.status === 'accepted') {
      drafts.stop();
      // In place of this page: going back must not show the form of an attempt that is closed.
      router.replace(`${address}/${result.value.attemptId}`);
      return;
    }
    setSending(false);
    if (result && !result.ok && result.error.code === 'closed') {
      drafts.close();
      return;
    }
    if (result?.ok && result.value.status === 'unreadable') {
      setComplaints(complaintsOf(result.value.cells));
      setError(words.quiz.unreadable);
    } else
      setError(
        result && !result.ok
          ? `${result.error.message} ${result.error.remedy ?? ''}`
          : words.quiz.submitFailed,
      );
  };
  const closed = drafts.status.type === 'closed';
  const counts = questions.map((q) => filled(q.exercise, answers[q.position] ?? blankAnswer(q.exercise)));
  const program = sharedProgram(questions);
  const done = counts.reduce((sum, count) => sum + count.done, 0);
  const of = counts.reduce((sum, count) => sum + count.of, 0);
  return (
    <div className={styles.attempt} data-attempt={attemptId}>
      <div className={styles.meta}>
        <span>{words.quiz.attempt(attempt.number)}</span>
        <DraftStatus status={drafts.status} />
      </div>
      <WithProgram program={program}>
        {questions.map((question) => (
          <QuestionCard key={question.position} question={question} withProgram={program === null}>
            <Body
              question={question}
              answer={answers[question.position] ?? blankAnswer(question.exercise)}
              complaints={complaints.get(question.position) ?? NO_COMPLAINTS}
              onChange={(answer) => change(question.position, answer)}
            />
          </QuestionCard>
        ))}
      </WithProgram>
      {error && !closed && <Notice tone="error" title={error} />}
      {closed ? (
        <Notice tone="error" title={words.quiz.closed}>
          <p>{words.quiz.closedText}</p>
          <Link href={`${address}/${attemptId}`}>{words.quiz.seeMarks}</Link>
        </Notice>
      ) : (
        <SubmitBar
          done={done}
          of={of}
          sending={sending}
          onSubmit={() => (done < of ? setAsking(true) : void send())}
        />
      )}
      <EmptyDialog
        open={asking}
        empty={emptyOf(questions, answers)}
        onBack={() => setAsking(false)}
        onSubmit={send}
      />
      <ConflictDialog
        conflict={drafts.conflict}
        questions={questions}
        answers={answers}
        onUse={(position, answer) => {
          setAnswers((all) => ({ ...all, [position]: answer }));
          drafts.settle(position);
        }}
        onKeep={(position) => {
          drafts.settle(position);
          const mine = answers[position];
          if (mine) drafts.change(position, mine);
        }}
      />
    </div>
  );
}

function Body({
  question,
  answer,
  complaints,
  onChange,
}: {
  question: Question;
  answer: Answer;
  complaints: ReadonlyMap<string, string>;
  onChange: (answer: Answer) => void;
}) {
  const { exercise } = question;
  if (exercise.kind === 'choice') {
    return (
      <ChoiceQuestion
        exercise={exercise}
        answer={answer.kind === 'choice' ? answer : { kind: 'choice', chosen: [] }}
        onChange={onChange}
      />
    );
  }
  // The other kinds have no place to answer here yet; no quiz of the catalogue's lessons asks them.
  if (exercise.kind !== 'trace-table') return null;
  return (
    <>
      <TraceTable
        exercise={exercise}
        answer={answer.kind === 'trace-table' ? answer : { kind: 'trace-table', cells: {} }}
        complaints={complaints}
        onChange={onChange}
      />
      <HowToFill />
    </>
  );
}

function versionsOf(questions: readonly OpenQuestion[]): Map<number, number> {
  return new Map(questions.map((q) => [q.position, q.draft?.version ?? 0]));
}

function latestOf(questions: readonly OpenQuestion[]): Date | null {
  const times = questions.flatMap((q) => (q.draft ? [new Date(q.draft.savedAt).getTime()] : []));
  return times.length === 0 ? null : new Date(Math.max(...times));
}

function complaintsOf(cells: readonly { position: number; cell: string; message: string }[]): Complaints {
  const complaints = new Map<number, Map<string, string>>();
  for (const { position, cell, message } of cells) {
    const ofQuestion = complaints.get(position) ?? new Map<string, string>();
    complaints.set(position, ofQuestion.set(cell, message));
  }
  return complaints;
}

/** Names of what is still empty: questions, and the cells of tables. */
function emptyOf(questions: readonly Question[], answers: Answers): string[] {
  return questions.flatMap((question) => {
    const { exercise, label } = question;
    const answer = answers[question.position];
    if (exercise.kind === 'choice')
      return answer?.kind === 'choice' && answer.chosen.length > 0 ? [] : [words.quiz.question(label)];
    if (exercise.kind !== 'trace-table') return [];
    const cells = answer?.kind === 'trace-table' ? answer.cells : {};
    const empty = askedCells(exercise).filter((id) => (cells[id] ?? '').trim() === '');
    return empty.map((id) => {
      const [step = '', column = ''] = id.split('.');
      const name = exercise.columns.find((c) => c.id === column)?.label ?? column;
      return `${words.quiz.question(label)}: ${words.quiz.cell(name, Number(step))}`;
    });
  });
}
