/** Generators (Objects/genobject.c): layout. */
import { HeapObject, type PyObject, type Visit } from '../../memory/object';
import { GeneratorType } from '../../memory/types';
import type { Frame, GeneratorObject, GeneratorState, Handling } from '../frame';

GeneratorType.hasWeakrefs = true;

export type { GeneratorState, Handling } from '../frame';

/** A generator. It holds its frame, which is never that of another generator. Add it to the heap. */
export class PyGenerator extends HeapObject implements GeneratorObject {
  override get kind(): 'generator' {
    return 'generator';
  }
  state: GeneratorState = 'created';
  readonly name: string;
  readonly qualifiedName: string;
  readonly handling: Handling = { exception: null, previous: null };

  /** The frame's own references are the generator's as long as it is suspended. */
  constructor(
    public frame: Frame | null,
    name: string,
    qualifiedName: string,
  ) {
    super(GeneratorType);
    this.name = name;
    this.qualifiedName = qualifiedName;
  }
  /** What its frame holds, unless it runs: then the frame is on the stack of frames. */
  override traverse(visit: Visit): void {
    const { frame } = this;
    if (frame === null) return;
    if (this.state !== 'running') {
      if (frame.object !== null) visit(frame.object, 'frame');
      if (frame.func !== null) visit(frame.func, 'frame');
      for (let i = 0; i < frame.sp; i++) {
        const held = frame.slots[i];
        if (held) visit(held, i < frame.stackBase ? 'local' : 'temp');
      }
    }
    if (this.handling.exception !== null && this.state !== 'running')
      visit(this.handling.exception, 'handled');
  }
  /**
   * gen_dealloc: the frame's locals and stack in slot order, its function, then the exception it handles. A frame
   * object that a traceback keeps takes them over (take_ownership, Python/frame.c).
   */
  override drop(): PyObject[] {
    const owned: PyObject[] = [];
    const { frame } = this;
    const object = frame?.object ?? null;
    if (frame !== null && object !== null) {
      frame.object = null;
      owned.push(object);
      if (object.rc > 1) {
        object.owns = true;
        object.dirty = true;
        frame.keepsNames = true;
      }
    }
    if (frame !== null && this.state !== 'running' && object?.owns !== true) {
      for (let i = 0; i < frame.sp; i++) {
        const held = frame.slots[i];
        if (held) owned.push(held);
      }
      if (frame.func !== null) owned.push(frame.func);
      frame.sp = 0;
      frame.func = null;
    }
    if (this.handling.exception !== null) owned.push(this.handling.exception);
    this.handling.exception = null;
    this.frame = null;
    this.state = 'finished';
    return owned;
  }
}
