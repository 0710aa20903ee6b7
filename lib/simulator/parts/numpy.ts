/** NumPy. */
import '../machine/library';
import '../numpy/module';
import { provide } from './part';

provide('numpy');
