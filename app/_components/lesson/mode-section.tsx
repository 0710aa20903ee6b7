import type { ReactNode } from 'react';
import type { Mode } from '../../_words';
import * as words from '../../_words';
import { Prose } from '../ui/prose';
import styles from './mode-section.module.css';

/** A mode that is read: its name, what it shows, and it. */
export function ModeSection({ mode, children }: { mode: Mode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby="mode">
      <h2 id="mode">{words.modes.name[mode]}</h2>
      <p className={styles.lead}>
        <Prose text={words.lesson.lead[mode]} />
      </p>
      {children}
    </section>
  );
}
