'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { DraftProblem, SavedExerciseDraft, TableQuestion } from '@/lib/classroom/authoring';
import * as words from '../../_words';
import { AreaField } from '../ui/area-field';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { type Action, useAction } from '../ui/use-action';
import styles from './authoring.module.css';

interface FromSnippetProps {
  courseId: string;
  make: Action<TableQuestion>;
  save: Action<SavedExerciseDraft>;
}

/** A program is pasted, and one press makes a table question of it. */
export function FromSnippet({ courseId, make, save }: FromSnippetProps) {
  const t = words.authoring.start;
  const router = useRouter();
  const making = useAction(make, words.authoring.failed);
  const saving = useAction(save, words.authoring.failed);
  const [snippet, setSnippet] = useState('');
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  /** Of the exercise that is made: the same one while the same program is tried again. */
  const tried = useRef<{ snippet: string; exerciseId: string } | null>(null);
  const part = useRef<HTMLElement>(null);
  const press = async () => {
    setProblems([]);
    setEmpty(snippet.trim() === '');
    if (snippet.trim() === '') {
      part.current?.querySelector('textarea')?.focus();
      return;
    }
    setBusy(true);
    if (tried.current?.snippet !== snippet) tried.current = { snippet, exerciseId: crypto.randomUUID() };
    const known = { courseId, exerciseId: tried.current.exerciseId };
    const made = (await making.run({ ...known, snippet }))?.value;
    if (made?.status === 'made') {
      const saved = await saving.run({ ...known, draft: { yaml: made.yaml, snippet }, seen: 0 });
      if (saved) {
        tried.current = null;
        router.push(`/teach/${courseId}/exercises/${known.exerciseId}`);
        return;
      }
    } else if (made) setProblems(made.problems);
    setBusy(false);
  };
  const failure = making.failure ?? saving.failure;
  return (
    <section ref={part} aria-labelledby="from-snippet">
      <Panel padded className={styles.way ?? ''}>
        <h2 id="from-snippet">{t.snippet}</h2>
        <p className={styles.note}>{t.snippetText}</p>
        <AreaField
          label={t.program}
          code
          rows={10}
          value={snippet}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          {...(empty && { error: t.empty })}
          onChange={({ target }) => setSnippet(target.value)}
        />
        {failure !== null && <Notice tone="error" title={failure} />}
        {problems.map(({ line, column, message }) => (
          <Notice key={`${line}:${column}:${message}`} tone="error" title={t.lineOf(line)}>
            <p>{message}</p>
          </Notice>
        ))}
        <div>
          <Button look="primary" busy={busy} onClick={press}>
            {busy ? t.making : t.table}
          </Button>
        </div>
      </Panel>
    </section>
  );
}
