/**
 * Which slots of a long container are drawn. The choice is made once for the whole run, so that a slot that some
 * step changes is in sight at every step, and its row is the same at each.
 */

/** Rows of a card at most; a gap takes one. */
export const MOST_ROWS = 9;

/** A drawn slot by its place, or a gap with the number of slots left out. */
export type Row = { readonly slot: number } | { readonly left: number };

/**
 * Rows for `count` slots: all of them where they fit; else the first, the last and those that are changed in any
 * scene (`touched`, the earliest first), filled up from the front.
 */
export function elided(count: number, touched: readonly number[]): Row[] {
  if (count <= MOST_ROWS) return Array.from({ length: count }, (_, slot) => ({ slot }));
  const front = Array.from({ length: MOST_ROWS }, (_, i) => i);
  let shown: number[] = [0, count - 1];
  // More candidates than rows are never shown.
  for (const slot of [...touched.slice(0, 2 * MOST_ROWS), ...front]) {
    if (slot >= count || shown.includes(slot)) continue;
    const more = [...shown, slot].sort((a, b) => a - b);
    if (rowsOf(more, count).length <= MOST_ROWS) shown = more;
  }
  return rowsOf(shown, count);
}

/** The slots in order, with a gap wherever some are left out. */
function rowsOf(shown: readonly number[], count: number): Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (const slot of shown) {
    if (slot > next) rows.push({ left: slot - next });
    rows.push({ slot });
    next = slot + 1;
  }
  if (next < count) rows.push({ left: count - next });
  return rows;
}
