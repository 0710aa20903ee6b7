/** Imports from the future, whose check stands in the part of syntax errors (`future.ts`). */
import { Late } from '../../parts/part';
import type { checkFuture } from './future';

export const futureCheck = new Late<typeof checkFuture>('syntax errors');
