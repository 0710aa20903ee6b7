/**
 * The audit: after a step, every record of an object and of a frame must say what a fresh one would, every count must be
 * the number of references recounted from the roots, and nothing that is referenced may have been freed. For tests.
 */
import type { Runtime } from '../machine/runtime';
import { visitReferents } from '../memory/collector';
import { HeapObject, type PyObject } from '../memory/object';
import { describe } from './describe';
import type { FrameRecord, ObjectRecord } from './records';
import { samePlain } from './same-plain';
import type { Step } from './trace';

/** A step after which the memory is not what the trace says. */
export class AuditFailure extends Error {
  constructor(
    readonly step: number,
    /** Number of the object. */
    readonly object: number,
    readonly problem: string,
  ) {
    super(`step ${step}, object ${object}: ${problem}`);
    this.name = 'AuditFailure';
  }
}

/** Errors: AuditFailure. */
export function auditStep(vm: Runtime, step: Step): void {
  for (const o of vm.heap.live) auditRecord(vm, step, o);
  const expected = recount(vm, step);
  for (const o of vm.heap.live) {
    const references = expected.get(o) ?? 0;
    if (references !== o.rc && (references > o.rc || !seesNoMore(step)))
      throw new AuditFailure(step.n, o.id, `${kindOf(o)} has count ${o.rc} and ${references} references`);
  }
}

/** Whether library code in progress may hold references that nobody can see. */
const seesNoMore = (step: Step): boolean => step.calledBack === true;

const kindOf = (o: HeapObject): string => `${o.kind} (${o.type.name})`;

function auditRecord(vm: Runtime, step: Step, o: HeapObject): void {
  const fresh: ObjectRecord = describe(vm, o);
  if (o.record === null || samePlain(o.record, fresh)) return;
  throw new AuditFailure(
    step.n,
    o.id,
    `${kindOf(o)} changed without being marked: ${JSON.stringify(o.record)} is now ${JSON.stringify(fresh)}`,
  );
}

/** Check the records of frames against ones that were all made anew. Errors: AuditFailure. */
export function auditFrames(step: Step, fresh: readonly FrameRecord[]): void {
  fresh.forEach((made, i) => {
    const kept = step.frames[i];
    if (step.frames.length === fresh.length && kept !== undefined && samePlain(kept, made)) return;
    const told = `${JSON.stringify(kept)} is now ${JSON.stringify(made)}`;
    throw new AuditFailure(step.n, 0, `frame ${made.id} changed without being looked at: ${told}`);
  });
}

/** The references to each object, counted from the frames, the interpreter, the code and the heap. */
function recount(vm: Runtime, step: Step): ReadonlyMap<PyObject, number> {
  const counts = new Map<PyObject, number>();
  const see = (o: PyObject | null | undefined): void => {
    if (!(o instanceof HeapObject) || o.id === 0) return;
    if (o.place < 0) throw new AuditFailure(step.n, o.id, `${kindOf(o)} is freed and still referenced`);
    counts.set(o, (counts.get(o) ?? 0) + 1);
  };
  for (const value of vm.globals.values()) see(value);
  for (let frame = vm.frame; frame !== null; frame = frame.back) {
    see(frame.func);
    see(frame.object);
    if (frame.names !== null && frame.names !== vm.globals)
      for (const value of frame.names.values()) see(value);
    for (let i = 0; i < frame.sp; i++) see(frame.slots[i]);
  }
  for (const exception of vm.handled()) see(exception);
  for (const constant of vm.constants) see(constant);
  for (const o of vm.closing) see(o);
  for (const o of vm.heap.live) visitReferents(o, see);
  return counts;
}
