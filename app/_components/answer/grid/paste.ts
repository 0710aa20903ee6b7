/** A block of cells from the clipboard: rows by line, columns by tab, as spreadsheets copy them. */
import { type CellType, readCell } from '@/lib/exercises/browser';
import type { GridCell } from './table-keys';

/** The block that was pasted; null for one value, which goes into the cell as every text does. */
export function blockOf(text: string): string[][] | null {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n');
  const rows = lines.map((line) => line.split('\t').map(unquoted));
  return rows.length === 1 && rows[0]?.length === 1 ? null : rows;
}

/** Spreadsheets put values with commas or quotes between quotes. */
function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/s.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}

export interface Pasted {
  readonly cells: Readonly<Record<string, string>>;
  /** Values that found no cell, or that their cell cannot take. */
  readonly left: number;
}

/**
 * The cells that a block fills, from one cell to the right and down. Rows and columns are those that are asked:
 * given cells take no value. A cell with buttons takes a value that it can read alone.
 */
export function pasted(
  block: readonly (readonly string[])[],
  grid: readonly (GridCell & { readonly type: CellType })[],
  from: string,
): Pasted {
  const start = grid.find((cell) => cell.id === from);
  const cells: Record<string, string> = {};
  let left = 0;
  if (!start) return { cells, left: block.flat().length };
  const rows = [...new Set(grid.filter((cell) => cell.row >= start.row).map((cell) => cell.row))];
  block.forEach((values, r) => {
    values.forEach((value, c) => {
      const cell = grid.find((one) => one.row === rows[r] && one.column === start.column + c);
      const taken = cell && takes(cell.type, value);
      if (cell && taken !== undefined) cells[cell.id] = taken;
      else if (value !== '') left += 1;
    });
  });
  return { cells, left };
}

const byButtons: ReadonlySet<CellType> = new Set(['freed', 'how', 'when']);

function takes(type: CellType, value: string): string | undefined {
  const reading = readCell(type, value);
  if (reading.status === 'read') return reading.shown;
  return byButtons.has(type) ? undefined : value;
}
