/** Making classes, whose code stands in a part of its own (`class-building.ts`). */
import { Late } from '../parts/part';
import type * as building from './class-building';

export const classes = new Late<Pick<typeof building, 'makeClass' | 'setClassMember'>>('classes');
