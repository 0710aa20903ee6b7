'use client';

import { useId, useState } from 'react';
import type { PracticeConcept } from '@/lib/exercises/practice/concepts';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { Panel } from '../ui/panel';
import { Prose } from '../ui/prose';
import styles from './chooser.module.css';

const LEVELS = [1, 2, 3, 4, 5] as const;
const KINDS = ['choice', 'trace-table'] as const;
const MOST = 3;

interface ChooserProps {
  concepts: readonly PracticeConcept[];
  chosen: readonly PracticeConcept[];
}

/** Chooses what to practise. A plain form: the address of the question is what was chosen. */
export function Chooser({ concepts, chosen }: ChooserProps) {
  const t = words.practice;
  const problem = useId();
  const [picked, setPicked] = useState<ReadonlySet<PracticeConcept>>(() => new Set(chosen));
  const [refused, setRefused] = useState(false);
  const toggle = (concept: PracticeConcept) => {
    const next = new Set(picked);
    if (!next.delete(concept)) next.add(concept);
    setPicked(next);
    setRefused(false);
  };
  return (
    <form
      action="/practice/question"
      method="get"
      className={styles.form}
      onSubmit={(event) => {
        if (picked.size > 0) return;
        event.preventDefault();
        setRefused(true);
      }}
    >
      <Panel padded>
        <fieldset aria-describedby={refused ? problem : undefined}>
          <legend>
            {t.concepts} <span className={styles.note}>{t.upToThree}</span>
          </legend>
          {refused && (
            <p id={problem} role="alert" className={styles.problem}>
              {t.chooseOne}
            </p>
          )}
          <div className={styles.concepts}>
            {concepts.map((concept) => (
              <label key={concept}>
                <input
                  type="checkbox"
                  name="concept"
                  value={concept}
                  checked={picked.has(concept)}
                  disabled={picked.size >= MOST && !picked.has(concept)}
                  onChange={() => toggle(concept)}
                />
                <span>
                  {words.conceptName(concept)}
                  <span className={styles.note}>
                    <Prose text={words.conceptNote(concept)} />
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      </Panel>
      <Panel padded>
        <fieldset>
          <legend>{t.difficulty}</legend>
          <div className={styles.row}>
            {LEVELS.map((level) => (
              <label key={level}>
                <input type="radio" name="difficulty" value={level} defaultChecked={level === 2} />
                <span>{t.levels[level - 1]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t.ask}</legend>
          <div className={styles.row}>
            {KINDS.map((kind) => (
              <label key={kind}>
                <input type="radio" name="ask" value={kind} defaultChecked={kind === 'choice'} />
                <span>{t.kinds[kind]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </Panel>
      <p>
        <Button type="submit" look="primary">
          {t.go}
        </Button>
      </p>
    </form>
  );
}
