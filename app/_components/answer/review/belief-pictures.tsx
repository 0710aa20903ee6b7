import { believedTraceOf, traceOf } from '@/lib/exercises/keys';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import * as words from '../../../_words';
import styles from './belief-pictures.module.css';
import { partingOf } from './parting';
import { StepPicture } from './step-picture';

interface BeliefProps {
  /** A program of an exercise. */
  program: string;
  believes: readonly MisconceptionId[];
}

/** What was believed beside what is, at the first step where they differ. Drawn on the server: no run travels. */
export async function BeliefPictures({ program, believes }: BeliefProps) {
  const [truth, belief] = await Promise.all([traceOf(program), believedTraceOf(program, believes)]);
  const parting = belief && partingOf(truth, belief);
  if (parting === null) return null;
  const { step, believed, python } = parting;
  const t = words.quiz.picture;
  return (
    <div className={styles.pictures}>
      <StepPicture film={believed} step={step} caption={t.believed(step)} />
      <StepPicture film={python} step={step} caption={t.python(step)} />
    </div>
  );
}
