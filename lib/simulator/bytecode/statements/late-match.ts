/** Compiling `match`, whose code stands in a part of its own (`match.ts`). */
import { Late } from '../../parts/part';
import type { compileMatch } from './match';

export const matchCompiler = new Late<typeof compileMatch>('match');
