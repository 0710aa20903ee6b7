/** Names that CPython has and that are not there: an AttributeError or a NameError for them would be wrong. */
import type { Machine, PyObject } from '../memory/object';
import { Late } from '../parts/part';

export interface UnsupportedNames {
  /** Refuses an attribute that an object has in CPython. */
  attribute(vm: Machine, o: PyObject, name: string): void;
  /** Refuses a built-in name of CPython. */
  builtin(vm: Machine, name: string): void;
  /** The names of `dir(o)`, sorted. Refuses where they are not known. */
  namesOf(vm: Machine, o: PyObject): string[];
}

export const unsupportedNames = new Late<UnsupportedNames>('names of types');
