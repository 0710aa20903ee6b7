import * as words from '../../_words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './empty-dialog.module.css';

/** Asks once before empty cells are submitted, and names them. */
export function EmptyDialog({
  open,
  empty,
  onBack,
  onSubmit,
}: {
  open: boolean;
  empty: readonly string[];
  onBack: () => void;
  onSubmit: () => void;
}) {
  return (
    <Dialog
      open={open}
      title={words.quiz.emptyTitle}
      onClose={onBack}
      actions={
        <>
          <Button onClick={onBack}>{words.quiz.back}</Button>
          <Button look="primary" onClick={onSubmit}>
            {words.quiz.submitAnyway}
          </Button>
        </>
      }
    >
      <p>{words.quiz.emptyText(empty.length)}</p>
      <ul className={styles.list}>
        {empty.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>{words.quiz.emptyNote}</p>
    </Dialog>
  );
}
