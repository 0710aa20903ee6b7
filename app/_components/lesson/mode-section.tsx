import type { ReactNode } from 'react';
import type { Mode } from '../../_words';
import * as words from '../../_words';
import { Prose } from '../ui/prose';
import styles from './mode-section.module.css';

/** Tables of many steps take the room that there is. */
const wide: ReadonlySet<Mode> = new Set(['table', 'tracker', 'try']);

/** A mode that is read: its name, what it shows, and it. */
export function ModeSection({ mode, children }: { mode: Mode; children: ReactNode }) {
  return (
    <section className={`${styles.section} ${wide.has(mode) ? styles.wide : ''}`} aria-labelledby="mode">
      <h2 id="mode">{words.modes.name[mode]}</h2>
      <p className={styles.lead}>
        <Prose text={words.lesson.lead[mode]} />
      </p>
      {children}
    </section>
  );
}
