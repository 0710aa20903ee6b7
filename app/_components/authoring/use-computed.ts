'use client';

import { useEffect, useRef, useState } from 'react';
import type { Action } from '../ui/use-action';

export interface Computed<Output, Input = unknown> {
  /** The last that was computed: what was there before stays until there is something newer. */
  readonly value: Output | null;
  /** What it was computed of. */
  readonly of: Input | null;
  /** Whether something newer is on its way. */
  readonly busy: boolean;
  /** Why the last could not be computed. */
  readonly failure: string | null;
}

/**
 * What the server computes of an input, once it has rested for so many milliseconds. Answers that come after the input
 * has changed are dropped. Null: nothing is asked.
 */
export function useComputed<Output, Input extends object>(
  action: Action<Output>,
  input: Input | null,
  rest: number,
  noAnswer: string,
): Computed<Output, Input> {
  const [state, setState] = useState<Computed<Output, Input>>({
    value: null,
    of: null,
    busy: input !== null,
    failure: null,
  });
  const key = JSON.stringify(input);
  const asked = useRef(key);
  useEffect(() => {
    asked.current = key;
    if (key === 'null') {
      setState((before) => ({ ...before, busy: false }));
      return;
    }
    setState((before) => ({ ...before, busy: true }));
    const ask = async () => {
      // Asked once there is a connection again.
      if (!navigator.onLine) {
        setState((before) => ({ ...before, busy: false, failure: noAnswer }));
        return;
      }
      const of = JSON.parse(key) as Input;
      const result = await action(of).catch(() => null);
      if (asked.current !== key) return;
      setState((before) =>
        result?.ok
          ? { value: result.value, of, busy: false, failure: null }
          : {
              ...before,
              busy: false,
              failure: [result?.error.message ?? noAnswer, result?.error.remedy].filter(Boolean).join(' '),
            },
      );
    };
    const timer = setTimeout(() => void ask(), rest);
    const again = () => void ask();
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [action, key, rest, noAnswer]);
  return state;
}
