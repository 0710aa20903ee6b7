'use client';

import { Plus } from 'lucide-react';
import { useRef } from 'react';
import * as words from '../../../../_words';
import { Button } from '../../../ui/button';
import type { KindProps } from '../../model';
import { DrawnArrows } from './drawn-arrows';
import { DrawnCard } from './drawn-card';
import { InWords } from './in-words';
import styles from './memory-diagram.module.css';
import { NameRow } from './name-row';
import { useBoard } from './use-board';

/** The memory after a step, drawn by hand: objects, and which name and which slot refers to which of them. */
export default function MemoryDiagram({
  onSay,
  ...props
}: KindProps<'memory-diagram'> & { onSay: (text: string) => void }) {
  const t = words.kinds.diagram;
  const { exercise, answer } = props;
  const root = useRef<HTMLDivElement>(null);
  const board = useBoard(props, onSay);
  return (
    <div className={styles.diagram}>
      <p className={styles.when}>
        {exercise.after === null ? t.end : t.after(exercise.after.step)}
        {exercise.after && (
          <>
            {' '}
            <code>{exercise.after.source}</code>
          </>
        )}
      </p>
      <div className={styles.adders}>
        <span>{t.add}</span>
        {exercise.types.map((type) => (
          <Button key={type} small onClick={() => board.add(type)}>
            <Plus size={14} aria-hidden="true" /> {type}
          </Button>
        ))}
      </div>
      <div ref={root} className={`${styles.board} ${board.connecting ? styles.connecting : ''}`}>
        <DrawnArrows drawing={answer} root={root} />
        <section aria-label={t.names}>
          <p className={styles.heading}>{t.names}</p>
          <ul className={styles.names}>
            {exercise.names.map((name) => (
              <NameRow key={name} name={name} board={board} />
            ))}
          </ul>
        </section>
        <section aria-label={t.objects}>
          <p className={styles.heading}>{t.objects}</p>
          {answer.objects.length === 0 ? (
            <p className={styles.none}>{t.none}</p>
          ) : (
            <ul className={styles.objects}>
              {answer.objects.map((object) => (
                <DrawnCard key={object.id} object={object} board={board} />
              ))}
            </ul>
          )}
        </section>
      </div>
      <p className={styles.keys}>{t.keys}</p>
      <InWords exercise={exercise} drawing={answer} />
    </div>
  );
}
