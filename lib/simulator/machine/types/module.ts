/** Modules of the library (Objects/moduleobject.c). They are constants: their attributes never change. */
import { Atom, type PyObject } from '../../memory/object';
import { ModuleType } from '../../memory/types';

/** A module with its attributes by name. Attribute values are atoms, or classes of the library. */
export class PyModule extends Atom {
  override get kind(): 'module' {
    return 'module';
  }
  constructor(
    /** Its full name: `numpy.lib.stride_tricks`. */
    readonly name: string,
    readonly attributes: ReadonlyMap<string, PyObject>,
  ) {
    super(ModuleType);
  }
}

/** A module of functions and constants that know their own names, and of others with names given. */
export function module(
  name: string,
  members: readonly (PyObject & { readonly name: string })[],
  constants: Readonly<Record<string, PyObject>> = {},
): PyModule {
  const attributes = new Map<string, PyObject>(members.map((member) => [member.name, member]));
  for (const [key, value] of Object.entries(constants)) attributes.set(key, value);
  return new PyModule(name, attributes);
}
