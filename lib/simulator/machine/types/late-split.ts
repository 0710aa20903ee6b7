/** Splitting bytes, whose code stands in the part for formatting (`bytes-split.ts`). */
import { Late } from '../../parts/part';
import type { splitBytes } from './bytes-split';

export const byteSplitter = new Late<typeof splitBytes>('formatting');
