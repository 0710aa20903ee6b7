'use client';

import * as words from '../../_words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './keys-list.module.css';

/** What each key does. */
export default function KeysList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { title, rows, ...parts } = words.keys;
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {words.chrome.close}
        </Button>
      }
    >
      {(['lesson', 'table', 'anywhere'] as const).map((part) => (
        <section key={part} className={styles.part}>
          <h3>{parts[part]}</h3>
          <dl>
            {rows[part].map((row) => (
              <div key={row.join()}>
                <dt>
                  {row.slice(0, -1).map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{row.at(-1)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
