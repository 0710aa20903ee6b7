/** The audit, which tests alone ask for: the door of servers brings it along, and no browser loads it. */
import type { Runtime } from '../machine/runtime';
import type { FrameRecord } from './records';
import type { Step } from './trace';

interface Audit {
  readonly step: (vm: Runtime, step: Step) => void;
  readonly frames: (step: Step, fresh: readonly FrameRecord[]) => void;
}

let present: Audit | null = null;

/** Called once, while the simulator loads. */
export function bringAudit(audit: Audit): void {
  present = audit;
}

/** Null in a browser. */
export const auditor = (): Audit | null => present;
