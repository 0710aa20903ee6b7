/** A row of a trace table: its step, and the columns of its cells. */
export interface Row {
  readonly step: number;
  readonly columns: readonly string[];
}

/**
 * The list `given` of a trace table after one cell was turned over: shown where it was asked, asked where it was shown.
 * A row that is shown as a whole is written `3.*`. What the list says of other rows stays as it is.
 */
export function turnedOver(given: readonly string[], row: Row, column: string): string[] {
  const all = `${row.step}.*`;
  const ids = row.columns.map((one) => `${row.step}.${one}`);
  const before = given.includes(all) ? ids : ids.filter((id) => given.includes(id));
  const turned = `${row.step}.${column}`;
  const after = before.includes(turned) ? before.filter((id) => id !== turned) : [...before, turned];
  const written = after.length === ids.length ? [all] : ids.filter((id) => after.includes(id));
  const own = new Set([all, ...ids]);
  const at = given.findIndex((one) => own.has(one));
  const others = given.filter((one) => !own.has(one));
  // Where the row stood, or at the end.
  return at < 0 ? [...others, ...written] : others.toSpliced(Math.min(at, others.length), 0, ...written);
}
