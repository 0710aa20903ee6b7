import { z } from 'zod';
import { misconceptionIds } from '@/lib/simulator/misconceptions/ids';

/** The beliefs that an exercise may tell apart: those that a machine of the simulator can hold. */
export const misconceptionId = z.enum(misconceptionIds, {
  error: `must be one of: ${misconceptionIds.join(', ')}`,
});
export type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
