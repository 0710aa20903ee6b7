import type { Action } from '../ui/use-action';

export type Sections = readonly { readonly sectionId: string; readonly title: string }[];

export interface PeopleActions {
  readonly changeRole: Action;
  readonly move: Action;
  readonly remove: Action;
  readonly putBack: Action;
  readonly transfer: Action;
  readonly removeSeat: Action;
}

/** What was just done, to be told; who was removed can be put back from there. */
export interface Changed {
  readonly text: string;
  readonly removed?: { readonly userId: string; readonly name: string };
}
