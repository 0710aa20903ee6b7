/** What can be practised, and the beliefs that the statements of each concept tell apart. */
import { z } from 'zod';
import type { MisconceptionId } from '../misconception-ids';

export const practiceConcepts = [
  'aliasing',
  'augmented-assignment',
  'containers',
  'copies',
  'cycles',
  'del',
  'fancy-indexing',
  'functions',
  'in-place',
  'loops',
  'rebinding',
  'reference-counts',
  'repetition',
  'reshape',
  'views',
] as const;
export type PracticeConcept = (typeof practiceConcepts)[number];

/** Whether a concept of the exercises can be practised. */
export const isPracticeConcept = (concept: string): concept is PracticeConcept =>
  (practiceConcepts as readonly string[]).includes(concept);

export const practiceRequestSchema = z.strictObject({
  concepts: z
    .array(z.enum(practiceConcepts))
    .min(1, { error: 'Choose a concept.' })
    .max(3, { error: 'Choose three concepts at most.' })
    .refine((concepts) => new Set(concepts).size === concepts.length, { error: 'Choose each concept once.' }),
  difficulty: z.int().min(1).max(5),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
export type PracticeRequest = z.infer<typeof practiceRequestSchema>;

/** The beliefs by which somebody may misread statements about a concept. */
export const beliefsAbout: Readonly<Record<PracticeConcept, readonly MisconceptionId[]>> = {
  aliasing: ['AssignmentCopiesObject', 'ReferenceToVariable'],
  'augmented-assignment': ['AugmentedRebinds', 'AssignmentWritesInPlace'],
  containers: ['CountsNamesOnly', 'ListOfCopies'],
  copies: ['CopyIsDeep', 'ListSliceIsView', 'AssignmentWritesInPlace'],
  cycles: ['RefcountFreesCycles', 'DelDestroysObject'],
  del: ['DelDestroysObject', 'NothingFreedBeforeCollect'],
  'fancy-indexing': ['FancyIndexIsView', 'SliceCopiesArray'],
  functions: ['ObjectAsParameterIsCopied', 'LocalsOutliveCall'],
  'in-place': ['AssignmentCopiesObject', 'AssignmentWritesInPlace'],
  loops: ['LoopVariableIsCopy', 'ListOfCopies'],
  rebinding: ['ReferenceToVariable', 'AssignmentWritesInPlace', 'NoneFrees'],
  'reference-counts': ['CountsNamesOnly', 'AssignmentCopiesObject'],
  repetition: ['NoSequenceRepetition', 'ListOfCopies'],
  reshape: ['ReshapeCopies', 'TransposeCopies'],
  views: ['SliceCopiesArray', 'ViewDoesNotHoldBase'],
};
