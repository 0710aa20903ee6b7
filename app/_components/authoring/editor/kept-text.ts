/**
 * The texts of an exercise on this device: what was written and not yet saved, by person and exercise. It goes when it is
 * saved, and with the drafts of answers when somebody signs out.
 */
import type { DraftText } from '@/lib/classroom/authoring';

/** Whose texts, of which exercise. */
export interface TextPlace {
  readonly owner: string;
  readonly exerciseId: string;
}

export interface KeptText {
  /** The version of the saved draft that it was written over; 0 for none. */
  readonly version: number;
  readonly draft: DraftText;
}

const keyOf = ({ owner, exerciseId }: TextPlace) => `lastref:draft:${owner}:exercise-${exerciseId}`;

/** Keeps the texts; false where the browser has no room for them. */
export function keepText(place: TextPlace, text: KeptText): boolean {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(text));
    return true;
  } catch {
    return false;
  }
}

/** Drops the kept texts where they are these: another tab may keep others. */
export function forgetText(place: TextPlace, draft: DraftText): void {
  const kept = keptText(place);
  if (kept === null || !sameText(kept.draft, draft)) return;
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    // The browser lets nothing be kept any more.
  }
}

export const sameText = (a: DraftText, b: DraftText) => a.yaml === b.yaml && a.snippet === b.snippet;

/** The texts that are on this device; null where there are none that can be read. */
export function keptText(place: TextPlace): KeptText | null {
  try {
    const { version, draft } = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null') as Partial<KeptText>;
    const known =
      typeof version === 'number' && typeof draft?.yaml === 'string' && typeof draft.snippet === 'string';
    return known ? { version, draft: { yaml: draft.yaml, snippet: draft.snippet } } : null;
  } catch {
    return null;
  }
}
