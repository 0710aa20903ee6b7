import type { DiagnosisView } from '@/lib/classroom/attempts';
import type { CellMark } from '@/lib/grading/marks';
import * as words from '../../../_words';
import { Panel } from '../../ui/panel';
import { Prose } from '../../ui/prose';
import { BeliefPictures } from './belief-pictures';
import styles from './diagnosis-card.module.css';
import { SeeStep } from './see-step';

interface DiagnosisProps {
  diagnosis: DiagnosisView;
  /** The marks of the question that it is about. */
  cells: readonly CellMark[];
  /** The program whose run shows why; empty where there is none. */
  source: string;
  /** The program that was asked about. */
  program: string;
}

/** The idea that the wrong answers fit, why it is not so, how sure that is, and the step that shows it. */
export function DiagnosisCard({ diagnosis, cells, source, program }: DiagnosisProps) {
  const t = words.quiz.diagnosis;
  const { misconceptions, confidence, step } = diagnosis;
  const missed = cells.filter(({ state }) => state !== 'correct' && state !== 'blank').length;
  const claim = cells.find(({ cell, state }) => diagnosis.cells.includes(cell) && state !== 'correct');
  return (
    <Panel padded className={styles.card} aria-label={t.label}>
      <p className={styles.lead}>{t.lead(misconceptions.length)}</p>
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
      <BeliefPictures program={program} believes={misconceptions.map(({ id }) => id)} />
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
    </Panel>
  );
}
