'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveBoard } from '@/lib/classroom/live';

export type Connection = 'live' | 'waiting' | 'ended';

/** Milliseconds between two readings at least, and at most while the page is looked at. */
const soonest = 700;
const latest = 10_000;

/**
 * The board, read again whenever the server says that the class has moved, and every ten seconds besides: what is
 * written and who is stuck changes without a submission.
 */
export function useLiveBoard(
  first: LiveBoard,
  address: { readonly board: string; readonly events: string },
): { readonly board: LiveBoard; readonly connection: Connection } {
  const [board, setBoard] = useState(first);
  const [connection, setConnection] = useState<Connection>('waiting');
  const stream = useRef<EventSource | null>(null);
  const reading = useRef<{ busy: boolean; again: boolean }>({ busy: false, again: false });

  const read = useCallback(async () => {
    if (reading.current.busy) {
      reading.current.again = true;
      return;
    }
    reading.current.busy = true;
    try {
      const response = await fetch(address.board, { cache: 'no-store' });
      if (response.ok) {
        setBoard((await response.json()) as LiveBoard);
        if (stream.current?.readyState === EventSource.OPEN) setConnection('live');
      } else if ([401, 403, 404].includes(response.status)) setConnection('ended');
      else setConnection('waiting');
    } catch {
      setConnection('waiting');
    }
    await new Promise((resolve) => setTimeout(resolve, soonest));
    reading.current.busy = false;
    if (reading.current.again) {
      reading.current.again = false;
      void read();
    }
  }, [address.board]);

  const ended = connection === 'ended';
  useEffect(() => {
    if (ended) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      const events = new EventSource(address.events);
      stream.current = events;
      events.addEventListener('open', () => {
        setConnection('live');
        // What moved before the stream was open was not heard.
        void read();
      });
      events.addEventListener('moved', () => void read());
      events.addEventListener('error', () => {
        setConnection((now) => (now === 'ended' ? now : 'waiting'));
        // An answer that is no stream ends it for good: the browser opens the next one only where it was cut.
        if (events.readyState === EventSource.CLOSED) again = setTimeout(open, latest);
      });
    };
    open();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void read();
    }, latest);
    return () => {
      stream.current?.close();
      clearTimeout(again);
      clearInterval(timer);
    };
  }, [address.events, read, ended]);

  return { board, connection };
}
