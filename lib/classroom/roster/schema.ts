import { z } from 'zod';
import { largestRoster } from './decode';

/** The text of the file: as many bytes decode to no more characters. */
const text = z.string().max(largestRoster, { error: 'The file is larger than 500 kB.' });

export const previewRosterSchema = z.strictObject({ courseId: z.uuid(), text });
export type PreviewRosterInput = z.infer<typeof previewRosterSchema>;

export const importRosterSchema = z.strictObject({
  courseId: z.uuid(),
  text,
  /** What the preview showed; anything else is not written. */
  digest: z.string().length(64),
  /** Whether rows that are ambiguous or bad are left out. Without that, one of them keeps all from being written. */
  leaveOut: z.boolean(),
});
export type ImportRosterInput = z.infer<typeof importRosterSchema>;

/** What the import does with a row. */
export type PlannedRow =
  | {
      readonly kind: 'new';
      readonly line: number;
      readonly name: string;
      readonly email: string;
      readonly section: string | null;
      readonly studentNumber: string | null;
    }
  | {
      readonly kind: 'matched';
      readonly line: number;
      /** As the course knows the person, or as the place is kept. */
      readonly name: string;
      readonly email: string;
      readonly to: { readonly userId: string } | { readonly seatId: string };
      /** A place that was kept for a person who joined in another way: it is theirs. */
      readonly dropsSeat: string | null;
      readonly section: string | null;
      readonly studentNumber: string | null;
      /** Whether anything is written. */
      readonly changes: boolean;
    }
  | {
      readonly kind: 'ambiguous' | 'bad';
      readonly line: number;
      readonly name: string;
      readonly reason: string;
    };

export interface RosterPlan {
  readonly rows: readonly PlannedRow[];
  /** Sections that the course does not have yet. */
  readonly newSections: readonly string[];
}

export interface RosterPreview extends RosterPlan {
  readonly digest: string;
}

export interface RosterResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly leftOut: number;
}
