import { need, type PartName } from '../parts/part';
import type { PyObject } from './object';

/** The methods of a built-in type, most of which stand in a part: whoever asks for one that is not there needs the part. */
export class LateMembers extends Map<string, PyObject> {
  constructor(private readonly part: PartName) {
    super();
  }
  override get(name: string): PyObject | undefined {
    const found = super.get(name);
    if (found === undefined) need(this.part);
    return found;
  }
  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }
  override keys(): MapIterator<string> {
    need(this.part);
    return super.keys();
  }
}
