/** Whether two records of frames say the same, so that steps can share one. */
import type { FrameRecord, StackSlot } from './records';

const NONE: readonly StackSlot[] = [];

export function sameFrame(a: FrameRecord, b: FrameRecord): boolean {
  return (
    a.id === b.id &&
    a.line === b.line &&
    a.func === b.func &&
    a.object === b.object &&
    a.opaque === b.opaque &&
    sameNames(a.names, b.names) &&
    sameNames(a.cells, b.cells) &&
    sameStack(a.stack, b.stack) &&
    a.library?.opaque === b.library?.opaque &&
    sameStack(a.library?.holds ?? NONE, b.library?.holds ?? NONE)
  );
}

function sameNames(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  const others = Object.keys(b);
  if (names.length !== others.length) return false;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (name !== others[i] || a[name] !== b[name]) return false;
  }
  return true;
}

function sameStack(a: readonly StackSlot[], b: readonly StackSlot[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as StackSlot;
    const y = b[i] as StackSlot;
    if (x.value !== y.value || x.role !== y.role) return false;
  }
  return true;
}
