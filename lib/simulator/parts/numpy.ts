/** NumPy's arrays: making them, views, indexing, types, scalars. */
import '../machine/library';
import '../numpy/module';
import { provide } from './part';

provide('numpy');
