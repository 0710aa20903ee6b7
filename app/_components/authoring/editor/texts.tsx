'use client';

import { useMemo } from 'react';
import type { DraftProblem, DraftText } from '@/lib/classroom/authoring';
import * as words from '../../../_words';
import { CodeEditor } from '../../try/code-editor';
import type { GoTo } from '../../try/editor-props';
import { Panel } from '../../ui/panel';
import styles from './editor.module.css';
import { spansOf } from './problem-places';

interface TextProps {
  draft: DraftText;
  problems: readonly DraftProblem[];
  goTo: GoTo | null;
  onChange: (text: string) => void;
}

const nothing = () => undefined;

/** The program of the exercise. */
export function SnippetEditor({ draft, problems, goTo, onChange }: TextProps) {
  const t = words.authoring.editor;
  const wrong = useMemo(() => spansOf(draft, 'snippet.py', problems), [draft, problems]);
  return (
    <section aria-labelledby="snippet" className={styles.text}>
      <h2 id="snippet">{t.program}</h2>
      <Panel className={styles.code ?? ''}>
        <CodeEditor
          program={draft.snippet}
          onChange={onChange}
          onRun={nothing}
          wrong={wrong}
          line={null}
          label={t.programLabel}
          goTo={goTo}
        />
      </Panel>
    </section>
  );
}

/** exercise.yaml as text. */
export function YamlEditor({ draft, problems, goTo, onChange }: TextProps) {
  const t = words.authoring.editor;
  const wrong = useMemo(() => spansOf(draft, 'exercise.yaml', problems), [draft, problems]);
  return (
    <div className={styles.text}>
      <p className={styles.note}>{t.textNote}</p>
      <Panel className={styles.code ?? ''}>
        <CodeEditor
          program={draft.yaml}
          onChange={onChange}
          onRun={nothing}
          wrong={wrong}
          line={null}
          label={t.file}
          language="text"
          goTo={goTo}
        />
      </Panel>
    </div>
  );
}
