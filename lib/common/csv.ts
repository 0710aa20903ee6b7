/** CSV as RFC 4180 has it: commas, lines that end in CR LF, quotes doubled. Pure. */

/** Text written as it is, for words that another program expects, such as a dash for no value. */
export interface Literal {
  readonly literal: string;
}

/** A cell: text of people, a number, nothing, or a word of the format. */
export type CsvCell = string | number | null | Literal;

/** Put before a file that spreadsheets open, so that they read it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * What a spreadsheet would run as a formula: text that begins with = + - @, in other widths as well, a tabulator or the
 * end of a line. Blanks before it do not hide it (OWASP, CSV injection).
 */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]/;

/** What begins a cell, or a line, for a spreadsheet that splits at semicolons and takes no quotes within a cell for such. */
const inner = /([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/g;
const guardedInner = /([;\t\r\n]\s*)'(?=[=+\-@＝＋－＠])/g;

/** What a formula would be is marked as text, with the apostrophe that spreadsheets know. */
const guarded = (text: string): string => `${formula.test(text) ? "'" : ''}${text.replace(inner, "$1'")}`;

const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? guarded(cell) : cell.literal;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line with its end. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(written).join(',')}\r\n`;

/** A table as a file, with a byte order mark. `valueOfCell` undoes what keeps formulas from being run. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  `${byteOrderMark}${rows.map(csvLine).join('')}`;

/** What a cell of such a file says, without the apostrophe that keeps it from being a formula. */
export function valueOfCell(text: string): string {
  const plain = text.replace(guardedInner, '$1');
  return plain.startsWith("'") && formula.test(plain.slice(1)) ? plain.slice(1) : plain;
}
