/** Modules of the library (Objects/moduleobject.c). They are constants: their attributes never change. */
import { Atom, type Machine, type PyObject } from '../../memory/object';
import { ModuleType } from '../../memory/types';

/** An attribute that is an object of the run for programs (functions of NumPy). */
export interface PerRun {
  /** A new reference. */
  perRun(vm: Machine): PyObject;
}

/** A module with its attributes by name. Attribute values are atoms, or classes of the library. */
export class PyModule extends Atom {
  override get kind(): 'module' {
    return 'module';
  }
  constructor(
    /** Its full name: `numpy.lib.stride_tricks`. */
    readonly name: string,
    readonly attributes: ReadonlyMap<string, PyObject>,
    /** Whether the real module has no such name: then it is an error, and else refused. */
    readonly lacks: (name: string) => boolean = () => false,
  ) {
    super(ModuleType);
  }
  /** All attributes, for `from module import *`. */
  all(): ReadonlyMap<string, PyObject> {
    return this.attributes;
  }
  /** An attribute as a program reads it: a new reference, or undefined. */
  read(vm: Machine, name: string): PyObject | undefined {
    const found = this.attributes.get(name) as (PyObject & Partial<PerRun>) | undefined;
    if (found === undefined) return undefined;
    if (found.perRun !== undefined) return found.perRun(vm);
    found.rc++;
    return found;
  }
}

/** A module of functions and constants that know their own names, and of others with names given. */
export function module(
  name: string,
  members: readonly (PyObject & { readonly name: string })[],
  constants: Readonly<Record<string, PyObject>> = {},
  lacks?: (name: string) => boolean,
): PyModule {
  const attributes = new Map<string, PyObject>(members.map((member) => [member.name, member]));
  for (const [key, value] of Object.entries(constants)) attributes.set(key, value);
  return new PyModule(name, attributes, lacks);
}
