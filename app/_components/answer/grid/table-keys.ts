/** Where the keys of a trace table lead: cells are `row,column`, given ones are passed over. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly id: string;
}

export type Move = 'next' | 'previous' | 'up' | 'down' | 'left' | 'right';

/** The cell that a move leads to; the same cell at the edges. `cells` in reading order. */
export function moved(cells: readonly GridCell[], from: string, move: Move): string {
  const at = cells.findIndex((cell) => cell.id === from);
  const cell = cells[at];
  if (!cell) return from;
  const pick = (candidate: GridCell | undefined) => candidate?.id ?? from;
  switch (move) {
    case 'next':
      return pick(cells[at + 1]);
    case 'previous':
      return pick(cells[at - 1]);
    case 'left':
      return pick(cells.slice(0, at).findLast((other) => other.row === cell.row));
    case 'right':
      return pick(cells.slice(at + 1).find((other) => other.row === cell.row));
    case 'up':
      return pick(cells.slice(0, at).findLast((other) => other.column === cell.column));
    default:
      return pick(cells.slice(at + 1).find((other) => other.column === cell.column));
  }
}

/** The move that a key asks for. Left and right leave a text only from its edges. */
export function moveOf(key: string, shift: boolean, atStart: boolean, atEnd: boolean): Move | null {
  if (key === 'Enter') return shift ? 'previous' : 'next';
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowLeft' && atStart) return 'left';
  if (key === 'ArrowRight' && atEnd) return 'right';
  return null;
}
