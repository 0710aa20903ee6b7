import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

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

/** What an element needs to be a cell. At first the one in the corner is in the tab order. */
const cell = (row: number, column: number) => ({
  'data-cell': `${row}.${column}`,
  tabIndex: row === 0 && column === 0 ? 0 : -1,
});

/**
 * The keys of a grid, after the ARIA practices: one of its cells is in the tab order, and the arrows go from there. A
 * cell is an element with `data-cell="row.column"`. Which one it is stands in the page alone: to draw thousands of cells
 * anew at each key would be slow.
 */
export function useGridKeys(grid: RefObject<HTMLElement | null>, last: Place) {
  const here = useRef<HTMLElement | null>(null);
  const find = ({ row, column }: Place) =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}.${column}"]`) ?? null;
  const take = (next: HTMLElement | null) => {
    if (here.current) here.current.tabIndex = -1;
    if (next) next.tabIndex = 0;
    here.current = next;
  };
  // After every render: the cell may have gone with its row.
  useEffect(() => {
    if (!here.current?.isConnected) take(find({ row: 0, column: 0 }));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(event.target instanceof Element ? event.target : null);
    const to = from && moved(from, event, last);
    if (!to || event.altKey || event.metaKey) return;
    const next = find(to);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const onFocus = (event: { target: EventTarget }) => {
    const next = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    if (next && next !== here.current) take(next);
  };
  return { onKeyDown, onFocus, cell };
}
