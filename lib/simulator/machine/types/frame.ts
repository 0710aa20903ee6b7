/** Frame objects and tracebacks (Objects/frameobject.c, Python/traceback.c): layout. */
import { HeapObject, type PyObject, type Visit } from '../../memory/object';
import { FrameType, TracebackType } from '../../memory/types';
import type { Frame, FrameObject } from '../frame';

/**
 * A frame as an object, made by a traceback. While the frame runs, the frame owns its own references; when it ends
 * and the object lives on, the object takes them over (take_ownership).
 */
export class PyFrame extends HeapObject implements FrameObject {
  override get kind(): 'frame' {
    return 'frame';
  }
  /** Whether it owns what the frame held. */
  owns = false;
  /** `f_back` once it owns: the object of the frame that called. Owned. */
  back: FrameObject | null = null;

  constructor(readonly frame: Frame) {
    super(FrameType);
  }
  override traverse(visit: Visit): void {
    if (!this.owns) return;
    const { frame } = this;
    if (frame.func !== null) visit(frame.func, 'frame');
    if (this.back !== null) visit(this.back, 'other');
    if (frame.names !== null && frame.func !== null)
      for (const value of frame.names.values()) visit(value, 'local');
    for (let i = 0; i < frame.sp; i++) {
      const held = frame.slots[i];
      if (held) visit(held, i < frame.stackBase ? 'local' : 'temp');
    }
  }
  /** frame_dealloc: f_func, locals and stack in slot order, f_back. */
  override drop(): PyObject[] {
    if (!this.owns) return [];
    const { frame } = this;
    const owned: PyObject[] = [];
    if (frame.func !== null) owned.push(frame.func);
    for (let i = 0; i < frame.sp; i++) {
      const held = frame.slots[i];
      if (held) owned.push(held);
    }
    if (frame.names !== null && frame.func !== null) {
      owned.push(...frame.names.values());
      frame.names.clear();
    }
    if (this.back !== null) owned.push(this.back);
    frame.sp = 0;
    frame.func = null;
    this.back = null;
    this.owns = false;
    return owned;
  }
}

const NOTHING: PyObject[] = [];

/** A traceback: a chain from the frame that caught to the frame that raised. */
export class PyTraceback extends HeapObject {
  override get kind(): 'traceback' {
    return 'traceback';
  }
  /** Takes over the references to `next` and `frame`. Add it to the heap. */
  constructor(
    public next: PyObject | null,
    public frame: FrameObject | null,
    readonly line: number,
    /** Index of the instruction, for the place in the source. */
    readonly instruction: number,
    /** What frames of library code hold that are no frames here; `frame` is then null. Owned. */
    private held: PyObject[] = NOTHING,
  ) {
    super(TracebackType);
  }
  override traverse(visit: Visit): void {
    if (this.next !== null) visit(this.next, 'exception');
    if (this.frame !== null) visit(this.frame, 'exception');
    for (const o of this.held) visit(o, 'exception');
  }
  /** tb_dealloc: tb_next, tb_frame. */
  override drop(): PyObject[] {
    const owned: PyObject[] = [];
    if (this.next !== null) owned.push(this.next);
    if (this.frame !== null) owned.push(this.frame);
    owned.push(...this.held);
    this.next = this.frame = null;
    this.held = NOTHING;
    return owned;
  }
}
