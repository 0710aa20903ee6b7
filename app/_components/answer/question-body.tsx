'use client';

import { Redo2, Undo2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, useCallback, useState } from 'react';
import type { Answer } from '@/lib/exercises/browser';
import * as words from '../../_words';
import { IconButton } from '../ui/icon-button';
import { answerFor, type Complaints, type Question } from './model';
import styles from './question-body.module.css';
import { useHistory } from './use-history';

// Each is fetched by the pages that ask for it alone, and rendered by the server all the same.
const ChoiceQuestion = dynamic(() => import('./kinds/choice/choice-question').then((m) => m.ChoiceQuestion));
const Collection = dynamic(() => import('./kinds/collection/collection').then((m) => m.Collection));
const Order = dynamic(() => import('./kinds/order/order').then((m) => m.Order));
const Output = dynamic(() => import('./kinds/output/output').then((m) => m.Output));
const TraceTable = dynamic(() => import('./kinds/trace-table/trace-table').then((m) => m.TraceTable));
const MemoryDiagram = dynamic(() => import('./kinds/memory-diagram/memory-diagram'));
const ProgramQuestion = dynamic(() => import('./kinds/program/program-question'), {
  ssr: false,
  loading: () => <div className={styles.waiting} />,
});

interface BodyProps {
  question: Question;
  answer: Answer | undefined;
  complaints: Complaints;
  onChange: (answer: Answer) => void;
}

/** The place to answer a question, with undo and redo. */
export function QuestionBody({ question, answer, complaints, onChange }: BodyProps) {
  const { exercise } = question;
  const [said, setSaid] = useState('');
  const { change, undo, redo, canUndo, canRedo } = useHistory<Answer>(answerFor(exercise, answer), onChange);
  // The same words twice are said twice.
  const say = useCallback((text: string) => setSaid((last) => (last === text ? `${text} ` : text)), []);
  const step = (back: boolean) => {
    if (back ? !canUndo : !canRedo) return;
    (back ? undo : redo)();
    say(back ? words.quiz.undone : words.quiz.redone);
  };
  const common = { complaints, onChange: change, onSay: say };
  if (exercise.kind === 'choice')
    return <ChoiceQuestion exercise={exercise} answer={answerFor(exercise, answer)} {...common} />;
  // The editor has a history of its own.
  if (exercise.kind === 'program')
    return <ProgramQuestion exercise={exercise} answer={answerFor(exercise, answer)} {...common} />;
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    step(key === 'z' && !event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields inside
    <div className={styles.body} onKeyDown={onKeyDown} data-kind={exercise.kind}>
      {exercise.kind === 'trace-table' && (
        <TraceTable exercise={exercise} answer={answerFor(exercise, answer)} {...common} />
      )}
      {exercise.kind === 'collection' && (
        <Collection exercise={exercise} answer={answerFor(exercise, answer)} {...common} />
      )}
      {exercise.kind === 'output' && (
        <Output exercise={exercise} answer={answerFor(exercise, answer)} {...common} />
      )}
      {exercise.kind === 'order' && (
        <Order exercise={exercise} answer={answerFor(exercise, answer)} {...common} />
      )}
      {exercise.kind === 'memory-diagram' && (
        <MemoryDiagram exercise={exercise} answer={answerFor(exercise, answer)} {...common} />
      )}
      <div className={styles.tools}>
        <IconButton label={words.quiz.undo} onClick={() => step(true)} aria-disabled={!canUndo}>
          <Undo2 size={17} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <IconButton label={words.quiz.redo} onClick={() => step(false)} aria-disabled={!canRedo}>
          <Redo2 size={17} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
        <p className={styles.said} role="status">
          {said}
        </p>
      </div>
    </div>
  );
}
