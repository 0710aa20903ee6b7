/** NumPy's functions that are Python code. */
import './library';
import './numpy-computing';
import '../numpy/library';
import { provide } from './part';

provide('numpy library');
