/** Making classes and calling what they have, whose code stands in a part of its own. */
import { Late } from '../parts/part';
import type * as calls from './calls-of-classes';
import type * as building from './class-building';
import type * as operators from './operators-in-loop';

export const classes = new Late<
  Pick<typeof building, 'makeClass' | 'setClassMember'> &
    Pick<typeof calls, 'objectInLoop'> &
    typeof operators
>('classes');
