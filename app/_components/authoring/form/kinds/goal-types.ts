import type { Plain } from '@/lib/exercises/form/styled';

/** What a goal can ask for, in the order in which authors read about it. */
export const goalTypes = [
  'freed',
  'kept',
  'countAtMost',
  'notCopied',
  'share',
  'apart',
  'same',
  'value',
  'unbound',
  'prints',
  'linesAtMost',
  'uses',
  'avoids',
] as const;
export type GoalType = (typeof goalTypes)[number];

/** The type of a goal of the file; null for none that is known. */
export const goalTypeOf = (goal: unknown): GoalType | null =>
  goalTypes.find((type) => typeof goal === 'object' && goal !== null && type in goal) ?? null;

/** A goal to begin with. */
export function freshGoal(type: GoalType): Plain {
  switch (type) {
    case 'freed':
    case 'kept':
    case 'notCopied':
    case 'unbound':
      return { [type]: 'A' };
    case 'countAtMost':
      return { of: 'A', countAtMost: 1 };
    case 'share':
    case 'apart':
    case 'same':
      return { [type]: ['A', 'B'] };
    case 'value':
      return { value: 'A', is: '1' };
    case 'prints':
      return { prints: ['1'] };
    case 'linesAtMost':
      return { linesAtMost: 5 };
    case 'uses':
    case 'avoids':
      return { [type]: 'del' };
  }
}
