/** Records of the active frames: what did not run since the step before has the record that it had there. */
import type { Frame } from '../machine/frame';
import { PyCell } from '../machine/types/function';
import type { Machine } from '../memory/object';
import { describeFrame, libraryHolds } from './describe/frame';
import type { FrameRecord, StackSlot } from './records';
import { sameFrame } from './same-frame';

export class ActiveFrames {
  private records: readonly FrameRecord[] = [];
  /** The frames that the last step showed, the module's first; `shown` of each is its place here. */
  private readonly frames: Frame[] = [];
  /** What the last call made records of, whether they differed or not: frames, and names of modules and class bodies. */
  described = 0;
  names = 0;

  /**
   * The records of `top` and the frames below it, the module's first. `line`: where `top` is; `stackTop`: one more than
   * the last place of its value stack that counts.
   *
   * A frame that the last step showed and that was not entered since (as a generator's is, again and again) has been
   * active all the time. So no frame below it has run, and of those only two things can be new: the names of a module or
   * class body, which are a dict that others may write to, and the variables in cells, which other functions share. The
   * audit compares this with records made anew.
   */
  at(vm: Machine, top: Frame, line: number | null, stackTop: number): readonly FrameRecord[] {
    const { frames, records } = this;
    let count = 0;
    let kept = 0;
    for (let f: Frame | null = top; f !== null; f = f.back) {
      if (f.code.library) continue;
      count++;
      if (frames[f.shown] !== f) continue;
      kept = f.shown;
      break;
    }
    count += kept;
    let now: FrameRecord[] | null = null;
    if (count !== records.length) {
      now = records.slice(0, kept);
      now.length = count;
    }
    this.described = this.names = 0;
    const put = (index: number, frame: Frame, made: FrameRecord): void => {
      this.described++;
      if (frame.names !== null) this.names += frame.names.size;
      const old = records[index];
      const same = old !== undefined && sameFrame(old, made);
      if (same && now === null) return;
      now ??= records.slice();
      now[index] = same ? old : made;
    };
    for (let i = 0; i < kept; i++) {
      const frame = frames[i] as Frame;
      if (frame.names === null && !hasNewCell(frame)) continue;
      const made = describeFrame(vm, frame, frame.line);
      const library = records[i]?.library;
      put(i, frame, library === undefined ? made : { ...made, library });
    }
    frames.length = count;
    let above: { holds: StackSlot[]; opaque: boolean } | null = null;
    let index = count;
    for (let f: Frame | null = top; f !== null && index > kept; f = f.back) {
      if (f.code.library) {
        above ??= { holds: [], opaque: false };
        above.holds.push(...libraryHolds(f));
        above.opaque ||= f.opaque;
        continue;
      }
      const made = describeFrame(vm, f, f === top ? line : f.line, f === top ? stackTop : f.sp);
      index--;
      put(index, f, above === null ? made : { ...made, library: above });
      above = null;
      frames[index] = f;
      f.shown = index;
    }
    this.records = now ?? records;
    return this.records;
  }
}

/** Whether a variable in one of its cells may have changed since the last step. */
function hasNewCell({ code, slots }: Frame): boolean {
  for (const slot of code.cellSlots) {
    const cell = slots[slot];
    if (cell instanceof PyCell && cell.dirty) return true;
  }
  for (let i = code.slotNames.length - code.freeNames.length; i < code.slotNames.length; i++) {
    const cell = slots[i];
    if (cell instanceof PyCell && cell.dirty) return true;
  }
  return false;
}
