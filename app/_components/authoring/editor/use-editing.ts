'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { DraftProblem, DraftText } from '@/lib/classroom/authoring';
import { type Edit, editYaml } from '@/lib/exercises/form/edit-yaml';
import { placeAt } from '@/lib/exercises/form/place-at';
import { readForm } from '@/lib/exercises/form/read-form';
import type { GoTo } from '../../try/editor-props';
import { fieldOf } from './problem-places';

/** A place in one of the two texts. */
interface Going {
  readonly file: DraftProblem['file'];
  readonly at: GoTo;
}

/** The two texts, as form and as text, and the way to a place in them. */
export function useEditing(initial: DraftText) {
  const [draft, setDraft] = useState(initial);
  const [view, setView] = useState<'form' | 'text'>('form');
  const [going, setGoing] = useState<Going | null>(null);
  /** The form was asked for what it cannot do without harm. */
  const [refused, setRefused] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const latest = useRef(draft);
  latest.current = draft;

  const put = useCallback((next: DraftText) => {
    latest.current = next;
    setDraft(next);
  }, []);
  const setYaml = useCallback((yaml: string) => put({ ...latest.current, yaml }), [put]);
  const setSnippet = useCallback((snippet: string) => put({ ...latest.current, snippet }), [put]);
  const edit = useCallback(
    (...edits: Edit[]) => {
      const yaml = editYaml(latest.current.yaml, edits);
      setRefused(yaml === null);
      if (yaml !== null) setYaml(yaml);
    },
    [setYaml],
  );
  const show = useCallback((next: 'form' | 'text') => {
    setGoing(null);
    setRefused(false);
    setView(next);
  }, []);
  const go = useCallback(
    ({ file, line, column }: Pick<DraftProblem, 'file' | 'line' | 'column'>) => {
      const at = { line, column: column - 1 };
      if (file === 'exercise.yaml' && view === 'form') {
        const place = placeAt(latest.current.yaml, line, column);
        const field = form.current && fieldOf(form.current, place);
        if (field) {
          const folded = field.closest('details');
          if (folded) folded.open = true;
          field.focus();
          field.scrollIntoView({ block: 'center' });
          return;
        }
        setView('text');
      }
      setGoing({ file, at });
    },
    [view],
  );
  const read = useMemo(() => readForm(draft.yaml), [draft.yaml]);
  return { draft, put, setYaml, setSnippet, edit, view, show, going, go, read, refused, form };
}
