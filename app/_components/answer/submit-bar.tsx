import * as words from '../../_words';
import { Button } from '../ui/button';
import styles from './submit-bar.module.css';

/** How much is filled, and the way on. */
export function SubmitBar({
  done,
  of,
  sending,
  withKeys,
  onSubmit,
}: {
  done: number;
  of: number;
  sending: boolean;
  /** Whether there is a grid, which has keys of its own. */
  withKeys: boolean;
  onSubmit: () => void;
}) {
  return (
    <div className={styles.bar}>
      <span className={styles.keys}>
        {withKeys && (
          <>
            <kbd>Enter</kbd> {words.quiz.keysNext} <kbd>Shift</kbd> <kbd>Enter</kbd> {words.quiz.keysBack}{' '}
            <kbd>↑</kbd> <kbd>↓</kbd> {words.quiz.keysColumn}
          </>
        )}
      </span>
      {of > 1 && (
        <>
          <span>{words.quiz.filled(done, of)}</span>
          <span className={styles.progress} aria-hidden="true">
            <i style={{ width: `${(100 * done) / of}%` }} />
          </span>
        </>
      )}
      <Button look="primary" onClick={onSubmit} busy={sending}>
        {sending ? words.quiz.submitting : words.quiz.submit}
      </Button>
    </div>
  );
}
