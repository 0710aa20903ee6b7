import type { DiagnosisView, ReviewedQuestion } from '@/lib/classroom/attempts';
import type { ActionResult } from '@/lib/web';
import * as words from '../../../_words';
import { Panel } from '../../ui/panel';
import { Prose } from '../../ui/prose';
import { BeliefPictures } from './belief-pictures';
import { DenyDiagnosis } from './deny-diagnosis';
import styles from './diagnosis-card.module.css';
import { runSource } from './run-source';
import { SeeStep } from './see-step';

/** How the student of an attempt says that a diagnosis is wrong; for others there is no such way. */
export interface Denial {
  readonly courseId: string;
  readonly attemptId: string;
  readonly deny: (input: unknown) => Promise<ActionResult<void>>;
}

interface DiagnosisProps {
  question: ReviewedQuestion;
  diagnosis: DiagnosisView;
  denial: Denial | null;
  /** Whether somebody else than the student reads it. */
  ofOther: boolean;
}

/** The idea that the wrong answers fit, why it is not so, how sure that is, and the step that shows it. */
export function DiagnosisCard({ question, diagnosis, denial, ofOther }: DiagnosisProps) {
  const t = words.quiz.diagnosis;
  const { marksId } = diagnosis;
  if (denial === null || marksId === null)
    return (
      <Panel padded className={styles.card} role="group" aria-label={t.label}>
        {diagnosis.denied && <p className={styles.sure}>{t.deniedByStudent}</p>}
        <Idea question={question} diagnosis={diagnosis} ofOther={ofOther} />
      </Panel>
    );
  const { courseId, attemptId, deny } = denial;
  const input = { courseId, attemptId, marksId };
  return (
    <Panel padded className={styles.card} role="group" aria-label={t.label}>
      <DenyDiagnosis input={input} deny={deny} denied={diagnosis.denied}>
        <Idea question={question} diagnosis={diagnosis} ofOther={ofOther} />
      </DenyDiagnosis>
    </Panel>
  );
}

function Idea({ question, diagnosis, ofOther }: Omit<DiagnosisProps, 'denial'>) {
  const t = words.quiz.diagnosis;
  const { cells } = question;
  const { misconceptions, confidence, step } = diagnosis;
  const source = runSource(question);
  const missed = cells.filter(({ state }) => state !== 'correct' && state !== 'blank').length;
  const claim = cells.find(({ cell, state }) => diagnosis.cells.includes(cell) && state !== 'correct');
  return (
    <>
      <p className={styles.lead}>{t.lead(misconceptions.length, ofOther)}</p>
      {misconceptions.map(({ id, title, belief, refutation }) => (
        <section key={id} className={styles.idea} data-misconception={id}>
          <p className={styles.title}>
            <Prose text={title} />
          </p>
          <p className={styles.belief}>
            <Prose text={belief} />
          </p>
          <p className={styles.refutation}>
            <b>{words.quiz.expected}:</b> <Prose text={refutation} />
          </p>
        </section>
      ))}
      <BeliefPictures program={question.exercise.snippet} believes={misconceptions.map(({ id }) => id)} />
      <p className={styles.sure}>
        {t.fits(diagnosis.cells.length, missed)} {t.confidence(confidence)}
      </p>
      {step !== null && source !== '' && (
        <SeeStep
          source={source}
          step={step}
          look="primary"
          wide
          word={t.see(step)}
          {...(claim && { claim })}
        />
      )}
    </>
  );
}
