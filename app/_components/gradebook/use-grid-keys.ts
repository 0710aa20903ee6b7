import { type KeyboardEvent, type RefObject, useState } from 'react';

/** A place in a grid: row and column, from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

const placeOf = (element: Element | null): Place | null => {
  const cell = element?.closest<HTMLElement>('[data-cell]');
  const [row, column] = (cell?.dataset.cell ?? '').split('.').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
};

/** So many rows PageUp and PageDown go. */
const pageRows = 10;

function moved({ row, column }: Place, event: KeyboardEvent, last: Place): Place | null {
  switch (event.key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: Math.max(0, row - pageRows), column };
    case 'PageDown':
      return { row: Math.min(last.row, row + pageRows), column };
    case 'Home':
      return event.ctrlKey ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return event.ctrlKey ? last : { row, column: last.column };
    default:
      return null;
  }
}

/**
 * The keys of a grid, after the ARIA practices: one of its cells is in the tab order, and the arrows go from there. A
 * cell is an element with `data-cell="row.column"`.
 */
export function useGridKeys(grid: RefObject<HTMLElement | null>, last: Place) {
  const [here, setHere] = useState('0.0');
  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(event.target instanceof Element ? event.target : null);
    const to = from && moved(from, event, last);
    if (!to || event.altKey || event.metaKey) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row}.${to.column}"]`);
    if (!cell) return;
    event.preventDefault();
    cell.focus();
  };
  const onFocus = (event: { target: EventTarget }) => {
    const place = placeOf(event.target instanceof Element ? event.target : null);
    if (place) setHere(`${place.row}.${place.column}`);
  };
  /** What an element needs to be a cell. */
  const cell = (row: number, column: number) => {
    const name = `${row}.${column}`;
    return { 'data-cell': name, tabIndex: name === here ? 0 : -1 };
  };
  return { onKeyDown, onFocus, cell };
}
