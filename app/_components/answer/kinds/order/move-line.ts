/** Where a line is put: before the line with this index of the program, or out of it. */
export type Place = number | 'pool';

/** The program with a line put elsewhere; null where nothing would change. */
export function moveLine(program: readonly string[], id: string, to: Place): readonly string[] | null {
  const from = program.indexOf(id);
  const others = program.filter((one) => one !== id);
  if (to === 'pool') return from < 0 ? null : others;
  // Behind its old place every index is one less once it is gone.
  const at = from >= 0 && from < to ? to - 1 : to;
  if (at === from) return null;
  return others.toSpliced(at, 0, id);
}

/** The program with a line one place up (-1) or down (1); null at the edges. */
export function shiftLine(program: readonly string[], id: string, by: -1 | 1): readonly string[] | null {
  const to = program.indexOf(id) + by;
  if (to < 0 || to >= program.length) return null;
  return program.filter((one) => one !== id).toSpliced(to, 0, id);
}
