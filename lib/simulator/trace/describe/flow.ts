/** Records of generators, exceptions, tracebacks and frame objects: what keeps the state of control flow. */
import type { PyException } from '../../machine/types/exceptions';
import type { PyFrame } from '../../machine/types/frame';
import type { PyGenerator } from '../../machine/types/generator';
import type { Machine } from '../../memory/object';
import type { ExceptionRecord, GeneratorRecord, Held, OtherRecord } from '../records';
import { common, heldBy } from './common';
import { describeFrame } from './frame';
import { shownAs } from './value';

export function describeGenerator(vm: Machine, g: PyGenerator): GeneratorRecord {
  const { frame, state } = g;
  const handled = g.handling.exception;
  const record = frame === null || state === 'running' ? null : describeFrame(vm, frame, frame.line);
  return {
    kind: 'generator',
    ...common(vm, g),
    name: g.name,
    state,
    frame: record,
    ...(handled === null || state === 'running' ? {} : { handled: shownAs(vm, handled) }),
  };
}

export function describeException(vm: Machine, e: PyException): ExceptionRecord {
  const holds: Held[] = [];
  const hold = (label: string, value: ReturnType<typeof shownAs>): void => {
    if (typeof value === 'number') holds.push({ label, kind: 'exception', value });
  };
  hold('arguments', shownAs(vm, e.args));
  if (e.traceback !== null) hold('traceback', shownAs(vm, e.traceback));
  if (e.cause !== null) hold('cause', shownAs(vm, e.cause));
  if (e.context !== null) hold('context', shownAs(vm, e.context));
  for (const [name, value] of e.fields ?? []) hold(name, shownAs(vm, value));
  const args = e.args.items.map((value) => shownAs(vm, value));
  return { kind: 'exception', ...common(vm, e), cls: e.type.name, args, holds };
}

/** A frame object: once its frame has ended, it holds what the frame held. */
export function describeFrameObject(vm: Machine, o: PyFrame): OtherRecord {
  const holds = heldBy(vm, o);
  return { kind: 'other', ...common(vm, o), what: 'frame', qualified: 'builtins.frame', holds };
}
