/** super (Objects/typeobject.c). */
import { None, str } from '../../memory/atoms';
import { HeapObject, type Machine, type PyObject, PyType, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { genericGet } from '../attributes';
import { define } from '../builtin';
import { type Runtime, runtime } from '../runtime';
import { unsupportedNames } from '../unsupported-names';
import { AttributeErrorType, RuntimeErrorType, TypeErrorType } from './exceptions';
import { PyCell } from './function';

export const SuperType = builtinType('super');

/** `super(cls, object)`. Owns its object and the class its search starts behind. */
export class PySuper extends HeapObject {
  override get kind(): 'super' {
    return 'super';
  }
  constructor(
    public after: PyType | null,
    public object: PyObject | null,
    /** The class whose mro is searched. */
    readonly start: PyType,
  ) {
    super(SuperType);
  }
  override traverse(visit: Visit): void {
    for (const held of [this.after, this.object, this.start]) if (held !== null) visit(held, 'other');
  }
  /** super_dealloc: obj, type, obj_type. */
  override drop(): PyObject[] {
    const owned: PyObject[] = [];
    for (const held of [this.object, this.after, this.start]) if (held !== null) owned.push(held);
    this.object = this.after = null;
    return owned;
  }
}

/** supercheck: the class whose mro is to be searched. */
function searched(vm: Machine, after: PyType, object: PyObject): PyType {
  if (object instanceof PyType && object.isSubtype(after)) return object;
  if (object.type.isSubtype(after)) return object.type;
  return vm.raise(TypeErrorType, 'super(type, obj): obj must be an instance or subtype of type');
}

/** `super()` without arguments: `__class__` and the first argument of the frame (super_init_without_args). */
function implicit(vm: Runtime): [PyType, PyObject] {
  const { frame } = vm;
  if (frame === null || !frame.code.isFunction) return vm.raise(RuntimeErrorType, 'super(): no arguments');
  const { code, slots } = frame;
  if (code.argCount === 0) return vm.raise(RuntimeErrorType, 'super(): no arguments');
  const first = slots[0];
  const object = first instanceof PyCell && code.cellSlots.includes(0) ? first.value : first;
  if (!object) return vm.raise(RuntimeErrorType, 'super(): arg[0] deleted');
  const at = code.slotNames.indexOf('__class__', code.slotNames.length - code.freeNames.length);
  const cell = at < 0 ? null : slots[at];
  if (!(cell instanceof PyCell)) return vm.raise(RuntimeErrorType, 'super(): __class__ cell not found');
  if (!(cell.value instanceof PyType)) return vm.raise(RuntimeErrorType, 'super(): empty __class__ cell');
  return [cell.value, object];
}

function make(machine: Machine, _cls: PyType, args: readonly PyObject[]): PyObject {
  const vm = runtime(machine);
  const [after, object] = args.length === 0 ? implicit(vm) : args;
  if (!(after instanceof PyType))
    return vm.raise(TypeErrorType, `super() argument 1 must be a type, not ${after?.type.name}`);
  if (object === undefined || object === None)
    return vm.refuse('unbound super', 'super() with one argument is not supported.');
  const start = searched(vm, after, object);
  after.rc++;
  object.rc++;
  start.rc++;
  return vm.heap.add(new PySuper(after, object, start));
}

define(SuperType, {
  new: make,
  init: () => undefined,
  repr: (vm) => str(vm.refuse('super', 'The text of a super object is not supported.')),
  getAttribute(vm, self, name) {
    const { after, object, start } = self as PySuper;
    if (name === '__class__' || after === null || object === null) return genericGet(vm, self, name);
    const { mro } = start;
    for (let i = mro.indexOf(after) + 1; i < mro.length; i++) {
      const found = mro[i]?.members.get(name);
      if (found === undefined) continue;
      const getter = found.type.slots.descriptorGet;
      if (getter === undefined) {
        found.rc++;
        return found;
      }
      return getter(vm, found, object === start ? null : object, start);
    }
    if (self.type.lookup(name) !== undefined) return genericGet(vm, self, name);
    unsupportedNames.get().attribute(vm, self, name);
    return vm.raise(AttributeErrorType, `'super' object has no attribute '${name}'`);
  },
});
