/** The right answer with some cells changed; a sentence where a cell is not asked. */
export function cellsInstead<Answer extends { readonly cells: Readonly<Record<string, string>> }>(
  solution: Answer,
  changed: Readonly<Record<string, string | number>>,
): Answer | string {
  const unknown = Object.keys(changed).find((cell) => !Object.hasOwn(solution.cells, cell));
  if (unknown !== undefined) return `The cell ${unknown} is not asked.`;
  const texts = Object.entries(changed).map(([cell, text]) => [cell, String(text)] as const);
  return { ...solution, cells: { ...solution.cells, ...Object.fromEntries(texts) } };
}
