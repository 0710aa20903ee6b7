/** Deep equality of plain data: numbers, texts, arrays and objects, keys in the same order. */
export function samePlain(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = Object.entries(b);
  return (
    left.length === right.length &&
    left.every(([key, value], i) => right[i]?.[0] === key && samePlain(value, right[i]?.[1]))
  );
}
