'use client';

import { useState } from 'react';
import type { ActionResult } from '@/lib/web';

/** A server action, as a component calls it. */
export type Action<T = unknown> = (input: unknown) => Promise<ActionResult<T>>;

export interface ActionState {
  readonly busy: boolean;
  /** What went wrong, and what to do about it; null where nothing did. */
  readonly failure: string | null;
  /** What is wrong with each field. */
  readonly fields: Readonly<Record<string, string>>;
}

const still: ActionState = { busy: false, failure: null, fields: {} };

/** Runs an action: `run` answers its value, or null where it failed, which the state then tells. */
export function useAction<T>(action: Action<T>, noAnswer: string) {
  const [state, setState] = useState<ActionState>(still);
  const run = async (input: unknown): Promise<{ readonly value: T } | null> => {
    setState({ ...still, busy: true });
    const result = await action(input).catch(() => null);
    if (result?.ok) {
      setState(still);
      return { value: result.value };
    }
    const fields = result?.error.details?.fields;
    setState({
      busy: false,
      failure: [result?.error.message ?? noAnswer, result?.error.remedy].filter(Boolean).join(' '),
      fields: (fields ?? {}) as Record<string, string>,
    });
    return null;
  };
  return { ...state, run };
}
