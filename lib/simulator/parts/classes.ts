/** Making classes, and calling what they have. */
import '../machine/library';
import { objectInLoop } from '../machine/calls-of-classes';
import { makeClass, setClassMember } from '../machine/class-building';
import { classes } from '../machine/classes';
import * as operators from '../machine/operators-in-loop';

classes.set({ makeClass, setClassMember, objectInLoop, ...operators });
