/** Making classes and calling what they have, whose code stands in a part of its own (`parts/classes.ts`). */
import type { ArithmeticOp, CompareOp, KeywordNames, PyObject } from '../memory/object';
import { Late } from '../parts/part';
import type * as building from './class-building';
import type { Done } from './continuing';
import type { Frame } from './frame';
import type { Runtime } from './runtime';

/** Calls in the loop; each gives false where the general way is to be taken (`operators-in-loop.ts`). */
interface InLoop {
  objectInLoop(
    vm: Runtime,
    frame: Frame,
    callable: PyObject,
    args: readonly PyObject[],
    names: KeywordNames,
    done: Done,
    failed: (vm: Runtime) => void,
  ): boolean;
  binaryInLoop(
    vm: Runtime,
    frame: Frame,
    left: PyObject,
    right: PyObject,
    op: ArithmeticOp,
    done: Done,
  ): boolean;
  compareInLoop(
    vm: Runtime,
    frame: Frame,
    left: PyObject,
    right: PyObject,
    op: CompareOp,
    done: Done,
  ): boolean;
  itemInLoop(vm: Runtime, frame: Frame, container: PyObject, key: PyObject, done: Done): boolean;
  setItemInLoop(
    vm: Runtime,
    frame: Frame,
    container: PyObject,
    key: PyObject,
    value: PyObject,
    done: Done,
  ): boolean;
  attributeInLoop(vm: Runtime, frame: Frame, o: PyObject, name: string, done: Done): boolean;
  setAttributeInLoop(
    vm: Runtime,
    frame: Frame,
    o: PyObject,
    name: string,
    value: PyObject,
    done: Done,
  ): boolean;
}

export const classes = new Late<Pick<typeof building, 'makeClass' | 'setClassMember'> & InLoop>('classes');
