/**
 * Writes the step of a run into the address of the page, once one rests at it. A browser limits how often an address
 * may change (Safari throws after 100 changes in ten seconds: a held arrow key), and each change costs more than the
 * step itself.
 */

/** Milliseconds at a step until the address says it. */
const PAUSE = 250;

let waiting: { readonly step: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;
let written: number | null = null;

/** The address will say this step, unless another one comes first. */
export function writeStepSoon(step: number): void {
  forgetStep();
  waiting = { step, timer: setTimeout(writeStepNow, PAUSE) };
}

/** The address says at once what it would say soon: before it is read. */
export function writeStepNow(): void {
  if (waiting === null) return;
  const { step } = waiting;
  forgetStep();
  written = step;
  const url = new URL(window.location.href);
  url.searchParams.set('step', String(step));
  // Replacing keeps the back button for pages, not for every step of a run.
  window.history.replaceState(null, '', url);
}

/** Whether an address says a step because it was written here, and not because somebody followed a link. */
export function isWrittenHere(step: string | null): boolean {
  return written !== null && step === String(written);
}

/** The page is left: the address that comes is not this run's. */
export function forgetStep(): void {
  if (waiting !== null) clearTimeout(waiting.timer);
  waiting = null;
}
