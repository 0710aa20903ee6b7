/** The modules of the library. */
import '../machine/library';
import '../machine/modules/library';
import { provide } from './part';

provide('library');
