/** The execution table of a run as text, and how the run ended, in Python's words. */
import { executionTable, moduleNames, type Span, type TableRow, type Trace } from '@/lib/simulator';

/** Widest column of a table, in characters. */
const WIDEST = 40;

/** The table: number, statement, what each name of the module says, count of the first object, output. */
export function tableText(trace: Trace): string {
  const names = moduleNames(trace);
  const rows = executionTable(trace, names);
  const head = ['step', 'line', 'statement', ...names, 'count', 'freed', 'output'];
  const body = rows.map((row) => rowText(trace, row));
  const widths = head.map((title, i) =>
    Math.max(title.length, ...body.map((cells) => (cells[i] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')}\n`;
}

function rowText(trace: Trace, row: TableRow): string[] {
  const step = trace.steps[row.step - 1];
  const out = JSON.stringify(step?.out ?? '').slice(1, -1);
  const values = row.cells.map((cell) => short(cell.state === 'unbound' ? '' : cell.text));
  return [
    String(row.number),
    String(step?.span?.line ?? ''),
    short(row.action),
    ...values,
    row.countText,
    row.freed ? 'yes' : '',
    short(out),
  ];
}

const short = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);

/** How the run ended: nothing where it finished, else the error as Python prints it. */
export function endingText(trace: Trace, file: string): string {
  const { ending } = trace;
  switch (ending.type) {
    case 'finished':
      return '';
    case 'raised': {
      const frames = ending.traceback.flatMap(({ fn, line }, i) => {
        const last = i === ending.traceback.length - 1;
        return [
          `  File "${file}", line ${line}, in ${fn}`,
          ...quoted(trace, line, last ? ending.span : null),
        ];
      });
      const message = ending.message === '' ? ending.exception : `${ending.exception}: ${ending.message}`;
      return `${['Traceback (most recent call last):', ...frames, message].join('\n')}\n`;
    }
    case 'syntax': {
      const { line } = ending.span;
      const place = [`  File "${file}", line ${line}`, ...quoted(trace, line, ending.span, true)];
      return `${[...place, `${ending.exception}: ${ending.message}`].join('\n')}\n`;
    }
    case 'unsupported':
      return `${[`  File "${file}", line ${ending.span.line}`, ...quoted(trace, ending.span.line, ending.span)].join('\n')}\nNot supported: ${ending.message}\n`;
    case 'limit':
      return `Stopped at line ${ending.span.line}: ${ending.message}\n`;
  }
}

/** The line of the source, and carets under the place unless that is the whole line. */
function quoted(trace: Trace, line: number, span: Span | null, always = false): string[] {
  const source = trace.source.split(/\r\n?|\n/)[line - 1] ?? '';
  const text = source.trim();
  if (text === '') return [];
  const indent = source.length - source.trimStart().length;
  const shown = [`    ${text}`];
  if (span === null || span.line !== line) return shown;
  // Columns of a syntax error count from 1, others from 0.
  const start = Math.max(0, span.column - (always ? 1 : 0) - indent);
  const end =
    span.endLine === line ? Math.max(start + 1, span.endColumn - (always ? 1 : 0) - indent) : text.length;
  if (always || start > 0 || end < text.length)
    shown.push(`    ${' '.repeat(start)}${'^'.repeat(end - start)}`);
  return shown;
}
