/** What checks each step of a run: `SimulateOptions.audit`. No part of a browser's. */
import { auditFrames, auditStep } from '../trace/audit';
import { bringAudit } from '../trace/late-audit';

bringAudit({ step: auditStep, frames: auditFrames });
