/**
 * Drafts on this device: what was typed and not yet saved, by person and attempt. They are there for the time without
 * a connection, and go when they are saved, when the attempt is submitted, and when somebody signs out.
 */
import type { Answer } from '@/lib/exercises/browser';

const PREFIX = 'lastref:draft:';

/** Whose drafts, of which attempt. */
export interface DraftPlace {
  readonly owner: string;
  readonly attemptId: string;
}

export interface KeptDraft {
  readonly position: number;
  /** The version of the saved draft that it was typed over; 0 for none. */
  readonly version: number;
  readonly answer: Answer;
}

const keyOf = ({ owner, attemptId }: DraftPlace, position: number | '') =>
  `${PREFIX}${owner}:${attemptId}:${position}`;

/** Keeps a draft; false where the browser has no room for it. */
export function keepDraft(place: DraftPlace, { position, version, answer }: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(place, position), JSON.stringify({ version, answer }));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(place: DraftPlace, position: number): void {
  withStorage(() => localStorage.removeItem(keyOf(place, position)));
}

/** Forgets every draft of an attempt, or of everybody who used this browser. */
export function forgetDrafts(place?: DraftPlace): void {
  const start = place ? keyOf(place, '') : PREFIX;
  withStorage(() => {
    for (const key of keysFrom(start)) localStorage.removeItem(key);
  });
}

/** The drafts of an attempt that are on this device, those that can be read. */
export function keptDrafts(place: DraftPlace): KeptDraft[] {
  const start = keyOf(place, '');
  const kept: KeptDraft[] = [];
  withStorage(() => {
    for (const key of keysFrom(start)) {
      const draft = read(localStorage.getItem(key) ?? '');
      if (draft) kept.push({ position: Number(key.slice(start.length)), ...draft });
    }
  });
  return kept;
}

function read(text: string): Omit<KeptDraft, 'position'> | null {
  try {
    const { version, answer } = JSON.parse(text) as { version?: unknown; answer?: { kind?: unknown } };
    const known = typeof version === 'number' && typeof answer?.kind === 'string';
    return known ? { version, answer: answer as Answer } : null;
  } catch {
    return null;
  }
}

const keysFrom = (start: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(start));

/** Browsers may forbid the storage as a whole: then nothing is kept, and nothing breaks. */
function withStorage(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing was kept, so nothing has to be read or forgotten.
  }
}
