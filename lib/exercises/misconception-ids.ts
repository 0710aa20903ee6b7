import { z } from 'zod';

/** The beliefs that an exercise may tell apart: the literature's names where there are any. */
export const misconceptionIds = [
  'AssignmentCopiesObject',
  'ReferenceToVariable',
  'DelDestroysObject',
  'NoneFrees',
  'NothingFreedBeforeCollect',
  'CountsNamesOnly',
  'RefcountFreesCycles',
  'SliceCopiesArray',
  'ListSliceIsView',
  'FancyIndexIsView',
  'ReshapeCopies',
  'TransposeCopies',
  'ViewHoldsMiddle',
  'ViewDoesNotHoldBase',
  'AugmentedRebinds',
  'AssignmentWritesInPlace',
  'CopyIsDeep',
  'ListOfCopies',
  'NoSequenceRepetition',
  'ObjectAsParameterIsCopied',
  'LocalsOutliveCall',
  'DefaultIsFresh',
  'LoopVariableIsCopy',
] as const;

export const misconceptionId = z.enum(misconceptionIds, {
  error: `must be one of: ${misconceptionIds.join(', ')}`,
});
export type MisconceptionId = z.infer<typeof misconceptionId>;
