'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { SubmitResult } from '@/lib/classroom/attempts';
import type { Answer } from '@/lib/exercises/browser';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import type { KeptDraft } from './draft/kept-drafts';
import { closedWhy, type SavedDraft, useDrafts } from './draft/use-drafts';
import { type Answers, blankAnswer, type Complaints, type OpenQuestion } from './model';
import { complaintsLeft } from './parts';

export interface OpenAttempt {
  readonly attemptId: string;
  readonly courseId: string;
  readonly number: number;
  readonly questions: readonly OpenQuestion[];
}

export interface AttemptActions {
  readonly save: (input: unknown) => Promise<ActionResult<SavedDraft>>;
  readonly submit: (input: unknown) => Promise<ActionResult<SubmitResult>>;
}

/** The answers of an open attempt, their drafts, and the one submission. */
export function useAttempt(
  { attemptId, courseId, questions }: OpenAttempt,
  owner: string,
  address: string,
  { save, submit }: AttemptActions,
) {
  const router = useRouter();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(questions.map((q) => [q.position, q.draft?.answer ?? blankAnswer(q.exercise)])),
  );
  const [complaints, setComplaints] = useState<ReadonlyMap<number, Complaints>>(new Map());
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // Made once and kept over retries: the same submission sent twice is one answer.
  const submissionId = useRef<string | null>(null);
  const place = useMemo(() => ({ owner, attemptId }), [owner, attemptId]);
  const put = useCallback(
    (position: number, answer: Answer) => setAnswers((all) => ({ ...all, [position]: answer })),
    [],
  );
  const drafts = useDrafts({
    place,
    versions: useMemo(() => versionsOf(questions), [questions]),
    latest: latestOf(questions),
    save: useCallback(
      (draft: KeptDraft) => save({ courseId, attemptId, ...draft }),
      [save, courseId, attemptId],
    ),
    onKept: useCallback(({ position, answer }: KeptDraft) => put(position, answer), [put]),
    savedAnswer: useCallback(
      (position: number) => questions.find((q) => q.position === position)?.draft?.answer ?? null,
      [questions],
    ),
  });
  const change = (position: number, answer: Answer) => {
    const question = questions.find((q) => q.position === position);
    const about = complaints.get(position);
    if (question && about) {
      // What is written anew is no longer what was complained of.
      const left = complaintsLeft(question.exercise, about, answers[position], answer);
      if (left.size < about.size) setComplaints(new Map([...complaints, [position, left]]));
    }
    put(position, answer);
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
    const input = { courseId, attemptId, submissionId: submissionId.current, answers: all };
    const result = await submit(input).catch(() => null);
    if (result?.ok && result.value.status === 'accepted') {
      drafts.stop();
      // In place of this page: going back must not show the form of an attempt that is closed.
      router.replace(`${address}/${result.value.attemptId}`);
      return;
    }
    setSending(false);
    if (result && !result.ok && result.error.code === 'closed') drafts.close(closedWhy(result.error));
    else if (result?.ok && result.value.status === 'unreadable') {
      setComplaints(complaintsOf(result.value.cells));
      setError(words.quiz.unreadable);
    } else if (result && !result.ok && result.error.code === 'not-signed-in') drafts.signedOut();
    else if (result && !result.ok) setError(`${result.error.message} ${result.error.remedy ?? ''}`);
    else setError(words.quiz.submitFailed);
  };
  return {
    answers,
    complaints,
    drafts,
    submission: { asking, ask: setAsking, sending, error, send },
    change,
    /** Another tab's draft takes the place of what is here. */
    useOther: (position: number, answer: Answer) => {
      put(position, answer);
      drafts.settle(position);
    },
    keepThis: (position: number) => {
      drafts.settle(position);
      const mine = answers[position];
      if (mine) drafts.change(position, mine);
    },
  };
}

function versionsOf(questions: readonly OpenQuestion[]): Map<number, number> {
  return new Map(questions.map((q) => [q.position, q.draft?.version ?? 0]));
}

function latestOf(questions: readonly OpenQuestion[]): Date | null {
  const times = questions.flatMap((q) => (q.draft ? [new Date(q.draft.savedAt).getTime()] : []));
  return times.length === 0 ? null : new Date(Math.max(...times));
}

function complaintsOf(
  cells: readonly { position: number; cell: string; message: string }[],
): ReadonlyMap<number, Complaints> {
  const complaints = new Map<number, Map<string, string>>();
  for (const { position, cell, message } of cells) {
    const ofQuestion = complaints.get(position) ?? new Map<string, string>();
    complaints.set(position, ofQuestion.set(cell, message));
  }
  return complaints;
}
