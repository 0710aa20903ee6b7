'use client';

import { Keyboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import * as words from '../../_words';
import { belongsToTarget } from '../player/use-step-keys';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { IconButton } from '../ui/icon-button';
import styles from './keys-help.module.css';

/** The button and the key `?` say it by this event: the list lives once, at the end of the page. */
const OPEN = 'lastref:keys';

export function KeysButton({ className }: { className: string }) {
  return (
    <IconButton
      label={words.chrome.keys}
      className={className}
      onClick={() => document.dispatchEvent(new Event(OPEN))}
    >
      <Keyboard size={17} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  );
}

/** The list of keys, on `?` anywhere. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || belongsToTarget(event)) return;
      event.preventDefault();
      show();
    };
    document.addEventListener(OPEN, show);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener(OPEN, show);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  const { title, rows, ...parts } = words.keys;
  return (
    <Dialog
      open={open}
      title={title}
      onClose={() => setOpen(false)}
      actions={
        <Button look="primary" onClick={() => setOpen(false)}>
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
