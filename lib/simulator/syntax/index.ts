/** The parser with everything that it may need. */
import '../parts/syntax-errors';

export * from './program';
