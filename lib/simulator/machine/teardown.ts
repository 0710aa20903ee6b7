/** The end of a frame (_PyFrame_Clear, take_ownership; Python/frame.c). */
import { frameObject } from './exceptions';
import type { Frame } from './frame';
import type { Runtime } from './runtime';

/**
 * Release what a frame holds: locals in slot order, then the stack, then its function. When a traceback keeps the
 * frame's object alive, that object takes everything over, and holds the frame that called.
 */
export function clearFrame(vm: Runtime, frame: Frame): void {
  const { object, slots } = frame;
  const { heap } = vm;
  if (object !== null) {
    frame.object = null;
    if (object.rc > 1) {
      object.owns = true;
      frame.keepsNames = true;
      object.dirty = true;
      if (frame.back !== null) {
        object.back = frameObject(vm, frame.back);
        object.back.rc++;
      }
      frame.object = null;
      heap.decref(object);
      return;
    }
    heap.decref(object);
  }
  const end = frame.sp;
  for (let i = 0; i < end; i++) {
    const held = slots[i];
    if (held) heap.decref(held);
  }
  frame.sp = 0;
  if (frame.func === null) return;
  const { func } = frame;
  frame.func = null;
  heap.decref(func);
}

/** End a frame: the one below is innermost, then the frame's references are released. */
export function popFrame(vm: Runtime, frame: Frame): void {
  vm.leave();
  const { generator } = frame;
  if (generator !== null) {
    generator.state = 'finished';
    generator.dirty = true;
    generator.frame = null;
    if (vm.handling === generator.handling && generator.handling.previous !== null) {
      vm.handling = generator.handling.previous;
      generator.handling.previous = null;
    }
  }
  // A finalizer that runs now does not see the frame any more; the one below has called a function, not the host.
  vm.frame = frame.back;
  // The frame of a generator does not know any more who called it (gen_send_ex2).
  if (generator !== null) frame.back = null;
  const { clearing } = vm;
  vm.clearing = true;
  clearFrame(vm, frame);
  vm.clearing = clearing;
}
