/** Who finds CPython's words for a source that the parser has refused: `report/report.ts`. */
import { Late } from '../parts/part';
import type { PythonSyntaxError } from './error';

/** As `reportError`. */
export const reporter = new Late<(source: string, from: number) => PythonSyntaxError | null>('syntax errors');
