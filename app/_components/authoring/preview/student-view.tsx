'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Answer, PublicExercise } from '@/lib/exercises/browser';
import * as words from '../../../_words';
import { QuestionBody } from '../../answer/question-body';
import { QuestionCard } from '../../answer/question-card';
import styles from './preview.module.css';

// The reader of Markdown is large: it comes once there is something to read.
const Markdown = dynamic(() => import('../../ui/markdown').then((m) => m.Markdown), { ssr: false });

const nothingSaid: ReadonlyMap<string, string> = new Map();

/** The question as a student gets it; what is answered here goes nowhere. */
export function StudentView({ exercise }: { exercise: PublicExercise }) {
  const [answer, setAnswer] = useState<Answer>();
  const question = { position: 1, label: 'a', points: 10, exercise };
  return (
    <section aria-labelledby="student-view" className={styles.student}>
      <h2 id="student-view">{words.authoring.editor.question}</h2>
      <QuestionCard question={question} prompt={<Markdown text={exercise.prompt} />} withProgram alone>
        <QuestionBody question={question} answer={answer} complaints={nothingSaid} onChange={setAnswer} />
      </QuestionCard>
    </section>
  );
}
