/** The modules of the library. */
import '../machine/library';
import '../machine/modules/library';
import { refusals } from '../machine/modules/refusals';
import { reasonFor } from '../machine/modules/refused';
import { provide } from './part';

refusals.set(reasonFor);
provide('library');
