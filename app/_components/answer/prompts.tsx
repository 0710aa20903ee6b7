import type { ReactNode } from 'react';
import { Markdown } from '../ui/markdown';
import type { Question } from './model';

/** What each question asks, rendered on the server, by position. */
export function promptsOf(questions: readonly Question[]): Record<number, ReactNode> {
  return Object.fromEntries(
    questions.map(({ position, exercise }) => [position, <Markdown key={position} text={exercise.prompt} />]),
  );
}
