/**
 * Interval colouring: things whose lives do not overlap may stand in the same row. Greedy in order of birth,
 * which is optimal for intervals.
 */
export interface Life {
  readonly id: number;
  readonly from: number;
  /** First scene in which its place may be used again; null: never. */
  readonly until: number | null;
}

/** The row of each life, rows counted from 0. */
export function colourRows(lives: readonly Life[]): Map<number, number> {
  const rows = new Map<number, number>();
  const freeFrom: (number | null)[] = [];
  for (const life of [...lives].sort((a, b) => a.from - b.from || a.id - b.id)) {
    let row = freeFrom.findIndex((free) => free !== null && free <= life.from);
    if (row < 0) row = freeFrom.length;
    freeFrom[row] = life.until;
    rows.set(life.id, row);
  }
  return rows;
}

/** For each life, the scene in which the next one in its row begins; absent where none follows. */
export function successions(lives: readonly Life[], rows: ReadonlyMap<number, number>): Map<number, number> {
  const until = new Map<number, number>();
  const last = new Map<number, number>();
  for (const life of [...lives].sort((a, b) => a.from - b.from || a.id - b.id)) {
    const row = rows.get(life.id) ?? 0;
    const before = last.get(row);
    if (before !== undefined) until.set(before, life.from);
    last.set(row, life.id);
  }
  return until;
}
