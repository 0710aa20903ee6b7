/** Methods of str. */
import '../machine/library';
import '../machine/types/str-methods';
import '../machine/types/str-case';
import { provide } from './part';

provide('str methods');
