import type { Answer } from '@/lib/exercises/browser';
import { words } from '../../_words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import type { Question } from './model';
import type { DraftConflict } from './use-drafts';

interface ConflictProps {
  conflict: DraftConflict | null;
  questions: readonly Question[];
  onUse: (position: number, answer: Answer) => void;
  onKeep: (position: number) => void;
}

/** Another tab saved a draft of the same question: the person says which one stays. */
export function ConflictDialog({ conflict, questions, onUse, onKeep }: ConflictProps) {
  const label = questions.find((question) => question.position === conflict?.position)?.label ?? '';
  return (
    <Dialog
      open={conflict !== null}
      title={words.quiz.conflictTitle}
      onClose={() => conflict && onKeep(conflict.position)}
      actions={
        conflict && (
          <>
            <Button look="primary" onClick={() => onUse(conflict.position, conflict.answer)}>
              {words.quiz.useOther}
            </Button>
            <Button onClick={() => onKeep(conflict.position)}>{words.quiz.keepThis}</Button>
          </>
        )
      }
    >
      <p>{words.quiz.conflictText(words.quiz.question(label))}</p>
    </Dialog>
  );
}
