/** The parser with everything that it may need. */
import '../parts/match';
import '../parts/syntax-errors';

export * from './program';
