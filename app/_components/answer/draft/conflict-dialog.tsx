import type { Answer } from '@/lib/exercises/browser';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { Answers, Question } from '../model';
import { differences } from '../parts';
import styles from './conflict-dialog.module.css';
import type { DraftConflict } from './draft-conflicts';

interface ConflictProps {
  conflict: DraftConflict | null;
  questions: readonly Question[];
  answers: Answers;
  onUse: (position: number, answer: Answer) => void;
  onKeep: (position: number) => void;
}

/** So many differing answers are told one by one. */
const SHOWN = 6;

/** Another tab saved a draft of the same question: the person reads both and says which one stays. */
export function ConflictDialog({ conflict, questions, answers, onUse, onKeep }: ConflictProps) {
  const question = questions.find(({ position }) => position === conflict?.position);
  const t = words.quiz;
  const lines =
    conflict && question ? differences(question, answers[conflict.position], conflict.answer) : [];
  return (
    <Dialog
      open={conflict !== null}
      title={t.conflictTitle}
      onClose={() => conflict && onKeep(conflict.position)}
      actions={
        conflict && (
          <>
            <Button look="primary" onClick={() => onUse(conflict.position, conflict.answer)}>
              {t.useOther}
            </Button>
            <Button onClick={() => onKeep(conflict.position)}>{t.keepThis}</Button>
          </>
        )
      }
    >
      <p>{t.conflictText(questions.length === 1 ? t.thisQuestion : t.question(question?.label ?? ''))}</p>
      <ul className={styles.lines}>
        {lines.slice(0, SHOWN).map(({ label, here, other }) => (
          <li key={label}>
            {label !== '' && <b>{label}</b>}
            <dl>
              <dt>{t.conflictOther}</dt>
              <dd>{other}</dd>
              <dt>{t.conflictHere}</dt>
              <dd>{here}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && <p>{t.conflictMore(lines.length - SHOWN)}</p>}
    </Dialog>
  );
}
