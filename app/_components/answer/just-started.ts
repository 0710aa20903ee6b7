/** Whether the attempt that comes into sight was begun by a press on this page: then the focus goes there. */
let started = false;

export function markStarted(): void {
  started = true;
}

/** Answers it once. */
export function takeStarted(): boolean {
  const was = started;
  started = false;
  return was;
}
