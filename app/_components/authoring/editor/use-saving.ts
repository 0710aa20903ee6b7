'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftText, SavedExerciseDraft } from '@/lib/classroom/authoring';
import type { Action } from '../../ui/use-action';
import { forgetText, keepText, keptText, type TextPlace } from './kept-text';

/** Typing rests for this long before the texts are sent. */
const REST = 1200;
/** What could not be sent is tried again after this long. */
const RETRY = 5000;

export type SaveStatus =
  | { readonly type: 'none' | 'saving' }
  | { readonly type: 'saved'; readonly at: Date }
  /** Not sent; kept on this device meanwhile, unless the browser has no room. */
  | { readonly type: 'offline' | 'failed' | 'signed-out'; readonly kept: boolean }
  /** Refused for good, with the reason: nothing more is sent until something changes. */
  | { readonly type: 'refused'; readonly why: string };

/** The draft was saved, or thrown away, by somebody else. */
export interface SaveConflict {
  readonly version: number;
  /** Null: it was thrown away. */
  readonly theirs: DraftText | null;
  readonly by: string | null;
  readonly at: Date | null;
}

interface SavingOptions {
  readonly place: TextPlace;
  readonly courseId: string;
  /** As the server has it when the page is opened. */
  readonly stored: { readonly draft: DraftText; readonly version: number; readonly savedAt: Date | null };
  readonly draft: DraftText;
  readonly save: Action<SavedExerciseDraft>;
  /** Puts other texts in the place of those that are shown. */
  readonly onTake: (draft: DraftText) => void;
}

const same = (a: DraftText, b: DraftText) => a.yaml === b.yaml && a.snippet === b.snippet;

/**
 * Saves the texts of an exercise while they are written: on this device at once, on the server when typing rests, one
 * request at a time. What somebody else saved meanwhile is a conflict, which the person decides; nothing is sent until
 * then.
 */
export function useSaving({ place, courseId, stored, draft, save, onTake }: SavingOptions) {
  const [status, setStatus] = useState<SaveStatus>(
    stored.savedAt ? { type: 'saved', at: stored.savedAt } : { type: 'none' },
  );
  const [conflict, setConflict] = useState<SaveConflict | null>(null);
  const [restored, setRestored] = useState(false);
  const [version, setVersion] = useState(stored.version);
  const now = useRef(draft);
  const server = useRef({ draft: stored.draft, version: stored.version });
  const request = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const kept = useRef(true);
  const savedAt = useRef(stored.savedAt);

  const send = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (request.current !== null) return request.current;
    if (held.current || same(now.current, server.current.draft)) return;
    if (!navigator.onLine) {
      setStatus({ type: 'offline', kept: kept.current });
      return;
    }
    const sent = now.current;
    setStatus({ type: 'saving' });
    const attempt = async () => {
      const seen = server.current.version;
      const result = await save({ courseId, exerciseId: place.exerciseId, draft: sent, seen }).catch(
        () => null,
      );
      request.current = null;
      if (result?.ok) {
        server.current = { draft: sent, version: result.value.version };
        setVersion(result.value.version);
        savedAt.current = new Date(result.value.savedAt);
        if (same(now.current, sent)) {
          forgetText(place);
          setStatus({ type: 'saved', at: savedAt.current });
        } else timer.current = setTimeout(() => void send(), REST);
        return;
      }
      const details = result?.error.details as
        | { version: number; draft: DraftText | null; savedBy?: string; savedAt?: Date }
        | undefined;
      if (result?.error.code === 'conflict' && details && 'draft' in details) {
        held.current = true;
        setConflict({
          version: details.version,
          theirs: details.draft,
          by: details.savedBy ?? null,
          at: details.savedAt ? new Date(details.savedAt) : null,
        });
        return;
      }
      if (result && !['not-signed-in', 'unexpected', 'rate-limited'].includes(result.error.code)) {
        setStatus({
          type: 'refused',
          why: [result.error.message, result.error.remedy].filter(Boolean).join(' '),
        });
        return;
      }
      const type =
        result?.error.code === 'not-signed-in' ? 'signed-out' : navigator.onLine ? 'failed' : 'offline';
      setStatus({ type, kept: kept.current });
      timer.current = setTimeout(() => void send(), RETRY);
    };
    request.current = attempt();
    return request.current;
  }, [courseId, place, save]);

  useEffect(() => {
    now.current = draft;
    if (same(draft, server.current.draft)) {
      clearTimeout(timer.current);
      if (request.current === null)
        setStatus(savedAt.current ? { type: 'saved', at: savedAt.current } : { type: 'none' });
      return;
    }
    if (navigator.onLine) setStatus({ type: 'saving' });
    kept.current = keepText(place, { version: server.current.version, draft });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), REST);
  }, [draft, place, send]);

  // Once: what this device kept when the page was left is there again.
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    const found = keptText(place);
    if (found === null || same(found.draft, stored.draft)) {
      forgetText(place);
      return;
    }
    setRestored(true);
    now.current = found.draft;
    if (found.version !== stored.version) {
      held.current = true;
      setConflict({ version: stored.version, theirs: stored.draft, by: null, at: stored.savedAt });
    }
    onTake(found.draft);
  }, [place, stored, onTake]);

  useEffect(() => {
    const flush = () => void send();
    const lost = () => setStatus({ type: 'offline', kept: kept.current });
    window.addEventListener('online', flush);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', flush);
      clearTimeout(timer.current);
      // The page is left for another one of the app.
      void send();
    };
  }, [send]);

  /** Ends a conflict: with the texts that are here, or with the others. */
  const settle = useCallback(
    (mine: boolean) => {
      if (conflict === null) return;
      held.current = false;
      setConflict(null);
      setVersion(conflict.version);
      if (mine || conflict.theirs === null) {
        server.current = { draft: conflict.theirs ?? { yaml: '', snippet: '' }, version: conflict.version };
        void send();
        return;
      }
      server.current = { draft: conflict.theirs, version: conflict.version };
      now.current = conflict.theirs;
      forgetText(place);
      setRestored(false);
      savedAt.current = conflict.at;
      onTake(conflict.theirs);
    },
    [conflict, onTake, place, send],
  );

  /** Saves what is there now; the version that the server has of it, or null where it could not be saved. */
  const saveNow = useCallback(async (): Promise<number | null> => {
    await send();
    // What was typed while an earlier request was under way.
    if (!same(now.current, server.current.draft)) await send();
    return same(now.current, server.current.draft) ? server.current.version : null;
  }, [send]);

  return { status, conflict, restored, version, settle, saveNow };
}
