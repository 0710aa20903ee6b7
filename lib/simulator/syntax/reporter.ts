/** Who finds CPython's words for a source that the parser has refused: `report/report.ts`, once it is loaded. */
import { PartNeeded } from '../parts/part';
import type { PythonSyntaxError } from './error';

type Reporter = (source: string, from: number) => PythonSyntaxError | null;

let reporter: Reporter | null = null;

export function setReporter(report: Reporter): void {
  reporter = report;
}

/** As `reportError`. Throws `PartNeeded` where that is not loaded. */
export function report(source: string, from: number): PythonSyntaxError | null {
  if (reporter === null) throw new PartNeeded('syntax errors');
  return reporter(source, from);
}
