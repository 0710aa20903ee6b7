/** Drafts for tests of authoring. */
import type { DraftText } from '@/lib/classroom/authoring/core/draft';
import { simulate } from '@/lib/simulator';

export const run = (source: string) => simulate(source);
export const exerciseId = '5f0e7a52-1111-4222-8333-444455556666';

/** A trace table about two names and one list, at these lines of the file. */
export const table = (changes: { yaml?: (text: string) => string; snippet?: string } = {}): DraftText => {
  const yaml = `id: ${exerciseId}
title: Two names
kind: trace-table
concepts: [names]
difficulty: 1
prompt: What do the names show?
columns:
  - { value: A }
  - { value: B }
given: ["1.*"]
explanation: One list, two names.
`;
  return {
    yaml: changes.yaml?.(yaml) ?? yaml,
    snippet: changes.snippet ?? 'A = [1, 2]\nB = A\nB[0] = 10\n',
  };
};

/** A table about lists whose numbers differ from variant to variant. */
export const varied: DraftText = {
  yaml: `id: ${exerciseId}
title: Two names
kind: trace-table
concepts: [names]
difficulty: 1
prompt: What do the names show?
parameters:
  n: { whole: [10, 99] }
  xs: { wholes: [1, 9], length: 2 }
misconceptions: [AssignmentCopiesObject, ReshapeCopies]
columns:
  - { value: A }
  - { value: B }
given: ["1.*"]
explanation: "The {{n}} shows through both."
`,
  snippet: 'A = [{{xs}}]\nB = A\nB[0] = {{n}}\n',
};
