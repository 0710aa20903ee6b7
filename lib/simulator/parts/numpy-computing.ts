/** What computes with NumPy's arrays, and prints them. */
import './numpy';
import '../numpy/compute';
import { provide } from './part';

provide('numpy computing');
