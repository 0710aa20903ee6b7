/** The step of an address; anything that is no step of the run is the start or the end. */
export function stepOf(text: string | null, last: number): number {
  const step = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return Math.min(step, last);
}
