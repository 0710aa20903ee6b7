/** Reading the patterns of `match`, whose code stands in a part of its own (`parse-pattern.ts`). */
import { Late } from '../parts/part';
import type { parsePatterns } from './parse-pattern';

export const patternParser = new Late<typeof parsePatterns>('match');
