/** The check of a pattern, whose code stands in a part of its own (`match.ts`). */
import { Late } from '../../parts/part';
import type { checkCase } from './match';

export const caseCheck = new Late<typeof checkCase>('match');
