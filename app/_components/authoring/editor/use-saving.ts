'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftText, SavedExerciseDraft } from '@/lib/classroom/authoring';
import type { Action } from '../../ui/use-action';
import { forgetText, keepText, keptText, sameText as same, type TextPlace } from './kept-text';

/** Typing rests for this long before the texts are sent. */
const REST = 1200;
/** What could not be sent is tried again after this long. */
const RETRY = 5000;

export type SaveStatus =
  /** A conflict waits for the person to decide. */
  | { readonly type: 'none' | 'saving' | 'conflict' }
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
  const stopped = useRef(false);
  /** What was sent last without an answer: the server may have it all the same. */
  const unanswered = useRef<DraftText | null>(null);
  const kept = useRef(true);
  const savedAt = useRef(stored.savedAt);

  const send = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (request.current !== null) return request.current;
    if (held.current) {
      setStatus({ type: 'conflict' });
      return;
    }
    if (stopped.current || same(now.current, server.current.draft)) return;
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
      const isServers = (saved: DraftText, { version, savedAt: at }: SavedExerciseDraft) => {
        unanswered.current = null;
        server.current = { draft: saved, version };
        setVersion(version);
        savedAt.current = new Date(at);
        forgetText(place, saved);
        if (same(now.current, saved)) setStatus({ type: 'saved', at: savedAt.current });
        else kept.current = keepText(place, { version, draft: now.current });
      };
      if (result?.ok) {
        isServers(sent, result.value);
        if (!same(now.current, sent)) timer.current = setTimeout(() => void send(), REST);
        return;
      }
      if (!result || result.error.code === 'internal') unanswered.current = sent;
      const details = result?.error.details as
        | { version: number; draft: DraftText | null; savedBy?: string; savedAt?: Date }
        | undefined;
      if (result?.error.code === 'conflict' && details && 'draft' in details) {
        const { draft: theirs, savedAt: at, version: latest } = details;
        const own = [sent, unanswered.current].some((mine) => mine && theirs && same(mine, theirs));
        if (own && theirs && at) {
          // An answer was lost: what the server has was sent from here.
          isServers(theirs, { version: latest, savedAt: at });
          await send();
          return;
        }
        held.current = true;
        setStatus({ type: 'conflict' });
        setConflict({
          version: latest,
          theirs,
          by: details.savedBy ?? null,
          at: at ? new Date(at) : null,
        });
        return;
      }
      if (
        result &&
        !['not-signed-in', 'internal', 'database-unavailable', 'rate-limited'].includes(result.error.code)
      ) {
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
    if (held.current) {
      // Kept as it is, with the version that it was written over: the question is there again when the page is.
      setStatus({ type: 'conflict' });
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
      forgetText(place, stored.draft);
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
    const lost = () => {
      if (!held.current) setStatus({ type: 'offline', kept: kept.current });
    };
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
        kept.current = keepText(place, { version: conflict.version, draft: now.current });
        void send();
        return;
      }
      server.current = { draft: conflict.theirs, version: conflict.version };
      forgetText(place, now.current);
      now.current = conflict.theirs;
      setRestored(false);
      savedAt.current = conflict.at;
      onTake(conflict.theirs);
    },
    [conflict, onTake, place, send],
  );

  /**
   * Saves what is there now; the version that the server has of it, null where it could not be saved, "conflict" where
   * the person has to decide first.
   */
  const saveNow = useCallback(async (): Promise<number | 'conflict' | null> => {
    await send();
    // What was typed while an earlier request was under way.
    if (!same(now.current, server.current.draft)) await send();
    if (held.current) return 'conflict';
    return same(now.current, server.current.draft) ? server.current.version : null;
  }, [send]);

  /**
   * Runs what throws the draft away, with the version that is thrown away, and sends nothing from then on: what is shown
   * would be saved again as the page is left. Where it is not thrown away (`false`, or a conflict), saving goes on.
   */
  const throwAway = useCallback(
    async (discard: (seen: number) => Promise<boolean>): Promise<boolean> => {
      if ((await saveNow()) === 'conflict') return false;
      stopped.current = true;
      clearTimeout(timer.current);
      const gone = await discard(server.current.version);
      if (gone) forgetText(place, now.current);
      else {
        stopped.current = false;
        void send();
      }
      return gone;
    },
    [place, saveNow, send],
  );

  return { status, conflict, restored, version, settle, saveNow, throwAway };
}
