/** The text of a statement. */
import type { Span, Trace } from './trace';

/** The source at a span; of a compound or long statement the first line alone. */
export function sourceAt(trace: Pick<Trace, 'source'>, span: Span): string {
  const lines = trace.source.split(/\r\n?|\n/);
  const line = lines[span.line - 1] ?? '';
  if (span.endLine === span.line) return line.slice(span.column, span.endColumn);
  return line.slice(span.column).trimEnd();
}
