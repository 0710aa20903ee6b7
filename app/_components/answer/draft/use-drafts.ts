'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '@/lib/exercises/browser';
import type { ActionResult, Failure } from '@/lib/web';
import { type DraftConflict, queued } from './draft-conflicts';
import {
  type DraftPlace,
  forgetDraft,
  forgetDrafts,
  type KeptDraft,
  keepDraft,
  keptDrafts,
} from './kept-drafts';

/** Typing rests for this long before a draft is sent. */
const REST = 700;
/** A draft that could not be sent is tried again after this long. */
const RETRY = 5_000;

export interface SavedDraft {
  readonly version: number;
  readonly savedAt: Date | string;
}

export type DraftStatus =
  | { readonly type: 'none' }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly at: Date }
  /** Not sent: there is no connection, or the server does not answer. Kept on this device meanwhile. */
  | { readonly type: 'offline' | 'failed'; readonly kept: boolean }
  /** Not sent: the session has ended. Kept on this device, and sent once its owner has signed in again. */
  | { readonly type: 'signed-out'; readonly kept: boolean }
  /** Nothing of it can be saved any more: the attempt was submitted, or `why` an assignment takes nothing more. */
  | { readonly type: 'closed'; readonly why: string | null };

/** Why nothing more is taken, in the words of the rule on assignments; null where the attempt was submitted. */
export const closedWhy = ({ message, details }: Failure): string | null =>
  details !== undefined && 'reason' in details ? message : null;

interface DraftsOptions {
  readonly place: DraftPlace;
  /** The versions that the server has, by question. */
  readonly versions: ReadonlyMap<number, number>;
  readonly latest: Date | null;
  readonly save: (draft: KeptDraft) => Promise<ActionResult<SavedDraft>>;
  /** Told of the drafts that this device kept from an earlier visit. */
  readonly onKept: (draft: KeptDraft) => void;
  /** The draft that the server has of a question. */
  readonly savedAnswer: (position: number) => Answer | null;
}

interface Pending {
  answer: Answer;
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * Saves each question's answer while it is typed: on this device at once, on the server when typing rests; one
 * request at a time for a question, the latest answer last. A draft that another tab saved meanwhile is a conflict,
 * which the person decides. Once the attempt is closed nothing more is sent.
 */
export function useDrafts({ place, versions: initial, latest, save, onKept, savedAnswer }: DraftsOptions) {
  const versions = useRef(new Map(initial));
  const pending = useRef(new Map<number, Pending>());
  const busy = useRef(new Set<number>());
  const keptHere = useRef(true);
  const [status, setStatus] = useState<DraftStatus>(
    latest ? { type: 'saved', at: latest } : { type: 'none' },
  );
  const [conflicts, setConflicts] = useState<readonly DraftConflict[]>([]);
  const closed = useRef(false);
  /** Nothing more is sent: the answers themselves were submitted. */
  const stop = useCallback(() => {
    closed.current = true;
    for (const job of pending.current.values()) if (job.timer) clearTimeout(job.timer);
    pending.current.clear();
    forgetDrafts(place);
  }, [place]);
  const close = useCallback(
    (why: string | null) => {
      stop();
      setConflicts([]);
      setStatus({ type: 'closed', why });
    },
    [stop],
  );
  const signedOut = useCallback(() => setStatus({ type: 'signed-out', kept: keptHere.current }), []);

  const send = useCallback(
    async (position: number) => {
      const job = pending.current.get(position);
      if (!job || closed.current || busy.current.has(position)) return;
      if (!navigator.onLine) {
        setStatus({ type: 'offline', kept: keptHere.current });
        return;
      }
      pending.current.delete(position);
      busy.current.add(position);
      setStatus({ type: 'saving' });
      const version = versions.current.get(position) ?? 0;
      const result = await save({ position, version, answer: job.answer }).catch(() => null);
      busy.current.delete(position);
      if (closed.current) return;
      if (result?.ok) {
        versions.current.set(position, result.value.version);
        if (pending.current.has(position)) void send(position);
        else {
          forgetDraft(place, position);
          if (busy.current.size === 0) setStatus({ type: 'saved', at: new Date(result.value.savedAt) });
        }
        return;
      }
      if (result?.error.code === 'closed') {
        close(closedWhy(result.error));
        return;
      }
      if (result && result.error.code === 'conflict' && result.error.details) {
        const {
          version: theirs,
          answer,
          savedAt,
        } = result.error.details as {
          version: number;
          answer: Answer;
          savedAt: Date;
        };
        versions.current.set(position, theirs);
        // What was typed meanwhile is in the question still; sent now, it would overwrite the other draft unasked.
        const typed = pending.current.get(position);
        if (typed?.timer) clearTimeout(typed.timer);
        pending.current.delete(position);
        setConflicts((waiting) => queued(waiting, { position, answer }));
        setStatus({ type: 'saved', at: new Date(savedAt) });
        return;
      }
      if (result?.error.code === 'not-signed-in') signedOut();
      else setStatus({ type: navigator.onLine ? 'failed' : 'offline', kept: keptHere.current });
      const later = pending.current.get(position) ?? { answer: job.answer, timer: null };
      // What was typed meanwhile may have a timer that has run out: it found this request under way.
      if (later.timer) clearTimeout(later.timer);
      later.timer = setTimeout(() => void send(position), RETRY);
      pending.current.set(position, later);
    },
    [save, close, signedOut, place],
  );

  const change = useCallback(
    (position: number, answer: Answer) => {
      if (closed.current) return;
      const version = versions.current.get(position) ?? 0;
      keptHere.current = keepDraft(place, { position, version, answer });
      const before = pending.current.get(position);
      if (before?.timer) clearTimeout(before.timer);
      pending.current.set(position, { answer, timer: setTimeout(() => void send(position), REST) });
    },
    [send, place],
  );

  useEffect(() => {
    const flush = () => {
      for (const position of [...pending.current.keys()]) void send(position);
    };
    const lost = () => setStatus({ type: 'offline', kept: keptHere.current });
    window.addEventListener('online', flush);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [send]);

  // Once: what this device kept when the page was left is there again, and is sent.
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current) return;
    restored.current = true;
    for (const kept of keptDrafts(place)) {
      const { position, version, answer } = kept;
      const server = savedAnswer(position);
      onKept(kept);
      if (version === (versions.current.get(position) ?? 0)) change(position, answer);
      else if (server && JSON.stringify(server) !== JSON.stringify(answer))
        setConflicts((waiting) => queued(waiting, { position, answer: server }));
      else forgetDraft(place, position);
    }
  }, [place, change, onKept, savedAnswer]);

  const settle = useCallback(
    (position: number) => {
      forgetDraft(place, position);
      setConflicts((waiting) => waiting.filter((one) => one.position !== position));
    },
    [place],
  );
  return { status, conflict: conflicts[0] ?? null, change, settle, stop, close, signedOut };
}
