/** Annotations as texts, whose code stands in the part of the library (`future-annotations.ts`). */
import { Late } from '../parts/part';
import type { annotationsAsTexts } from './future-annotations';

export const textAnnotations = new Late<typeof annotationsAsTexts>('library');
