'use client';

import { useId, useState } from 'react';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { save } from './export/save';
import { fragmentOf } from './permalink';
import styles from './share-menu.module.css';

const SIZE = 'width="100%" height="720" style="border: 0" loading="lazy"';

interface ShareProps {
  program: string;
  n: number;
  label: string;
}

/** What can be taken away: a link, a frame for another page, the picture, the trace. */
export function ShareMenu({ program, n, label }: ShareProps) {
  const id = useId();
  const [said, say] = useState('');
  const t = words.play;
  const address = async (path: string) =>
    `${window.location.origin}${path}${await fragmentOf({ program, step: n })}`;
  const copy = async (text: string, done: string) => {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      say(t.noClipboard);
    }
  };
  const keep = async (what: 'svg' | 'png' | 'json') => {
    say(t.saving);
    const saved = await save(what, program, n).catch(() => false);
    say(saved ? t.saved : t.notSaved);
  };
  const actions: readonly (readonly [string, () => Promise<void>])[] = [
    [t.copyLink, async () => copy(await address('/playground'), t.linkCopied)],
    [
      t.copyFrame,
      async () =>
        copy(`<iframe src="${await address('/embed')}" title="Lastref" ${SIZE}></iframe>`, t.frameCopied),
    ],
    [t.saveSvg, () => keep('svg')],
    [t.savePng, () => keep('png')],
    [t.saveTrace, () => keep('json')],
  ];
  return (
    <div className={styles.share}>
      <Button popoverTarget={id} className={styles.anchor}>
        {label}
      </Button>
      <div id={id} popover="auto" className={styles.menu}>
        {actions.map(([name, act]) => (
          <Button
            key={name}
            look="quiet"
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={() => void act()}
          >
            {name}
          </Button>
        ))}
      </div>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
