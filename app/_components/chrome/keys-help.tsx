'use client';

import { Keyboard } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import * as words from '../../_words';
import { belongsToTarget } from '../player/use-step-keys';
import { IconButton } from '../ui/icon-button';

// Fetched when it is asked for.
const KeysList = lazy(() => import('./keys-list'));

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
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const show = () => {
      setAsked(true);
      setOpen(true);
    };
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
  return (
    asked && (
      <Suspense fallback={null}>
        <KeysList open={open} onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}
