/** Making classes. */
import '../machine/library';
import { makeClass, setClassMember } from '../machine/class-building';
import { classes } from '../machine/classes';

classes.set({ makeClass, setClassMember });
