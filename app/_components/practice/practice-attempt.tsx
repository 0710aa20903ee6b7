'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PracticeQuestion, PracticeResult } from '@/lib/classroom/practice';
import type { Answer } from '@/lib/exercises/browser';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import { EmptyDialog } from '../answer/empty-dialog';
import { HowToFill } from '../answer/how-to-fill';
import { blankAnswer, type Complaints, type Question } from '../answer/model';
import { complaintsLeft, emptyParts, filled } from '../answer/parts';
import { QuestionBody } from '../answer/question-body';
import { QuestionCard } from '../answer/question-card';
import { SubmitBar } from '../answer/submit-bar';
import { sharedProgram, WithProgram } from '../answer/with-program';
import { Notice } from '../ui/notice';

interface PracticeProps {
  courseId: string;
  /** What was asked for: the server makes the question again from it. */
  request: PracticeQuestion;
  question: Question;
  /** What the question asks, rendered. */
  prompt: ReactNode;
  submit: (input: unknown) => Promise<ActionResult<PracticeResult>>;
}

/** A question of practice, answered in one go: no drafts, one submission; then the page shows the marks. */
export function PracticeAttempt({ courseId, request, question, prompt, submit }: PracticeProps) {
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const { exercise, position } = question;
  const [answer, setAnswer] = useState<Answer>(() => blankAnswer(exercise));
  const [complaints, setComplaints] = useState<Complaints>(new Map());
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // What was sent back is where the work goes on.
  useEffect(() => {
    if (complaints.size > 0)
      root.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refused]')?.focus();
  }, [complaints]);
  const change = (next: Answer) => {
    setComplaints((left) => (left.size === 0 ? left : complaintsLeft(exercise, left, answer, next)));
    setAnswer(next);
  };
  const send = async () => {
    setAsking(false);
    setSending(true);
    setError(null);
    const result = await submit({ courseId, question: request, answer }).catch(() => null);
    if (result?.ok && result.value.status === 'accepted') {
      router.refresh();
      return;
    }
    setSending(false);
    if (result?.ok && result.value.status === 'unreadable') {
      setComplaints(new Map(result.value.cells.map(({ cell, message }) => [cell, message])));
      setError(words.practice.unreadable);
    } else if (result && !result.ok) setError(`${result.error.message} ${result.error.remedy ?? ''}`);
    else setError(words.practice.failed);
  };
  const { done, of } = filled(exercise, answer);
  const program = sharedProgram([question]);
  return (
    <div ref={root}>
      <WithProgram program={program} side={<HowToFill kind={exercise.kind} />}>
        <QuestionCard question={question} prompt={prompt} withProgram={program === null} alone>
          <QuestionBody question={question} answer={answer} complaints={complaints} onChange={change} />
        </QuestionCard>
        {error && <Notice tone="error" title={error} />}
        <SubmitBar
          done={done}
          of={of}
          sending={sending}
          withKeys={exercise.kind === 'trace-table'}
          onSubmit={() => (done < of ? setAsking(true) : void send())}
        />
      </WithProgram>
      <EmptyDialog
        open={asking}
        empty={emptyParts([question], { [position]: answer })}
        onBack={() => setAsking(false)}
        onSubmit={send}
      />
    </div>
  );
}
