/** Fast keys: for most objects equality and hash are known without asking the program. */
import type { PyFloat, PyInt, PyStr } from '../../memory/atoms';
import type { PyObject } from '../../memory/object';
import { BoolType, FloatType, IntType, ObjectType, StrType } from '../../memory/types';

/**
 * A host value such that two objects with a key are equal exactly when their keys are the same value in a
 * `Map`: text for str, one number for equal int, float and bool, the object itself for what compares by identity.
 */
export type Key = string | number | PyObject;

/** An atom of another folder (a NumPy scalar) that is equal to a number or str tells its key itself. */
export interface Keyed {
  readonly key: Key | undefined;
}

/** The key of an object, or undefined when only its own `__hash__` and `__eq__` can tell. */
export function keyOf(o: PyObject): Key | undefined {
  const type = o.type;
  if (type === StrType) return (o as PyStr).value;
  if (type === IntType || type === BoolType) return numberKey((o as PyInt).value);
  if (type === FloatType) return floatKey(o as PyFloat);
  const { hash, compare } = type.slots;
  if (hash === ObjectType.slots.hash && compare === ObjectType.slots.compare) return o;
  return (o as Partial<Keyed> & PyObject).key;
}

/** Key of a float: that of the equal int; a NaN is equal to nothing but itself, so it is its own key. */
export function floatKey(o: PyFloat): Key | undefined {
  return Number.isNaN(o.value) ? o : numberKey(o.value);
}

/**
 * Key of a number that is not a NaN. Whole numbers beyond 2**53 have none: a `Map` puts bigints in order by their last
 * 64 bits alone, so that a program could make each search a walk over all of them. They go by Python's hash.
 */
export function numberKey(value: number | bigint): Key | undefined {
  if (typeof value === 'bigint' || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    return undefined;
  return value;
}

/** Whether an object's equality may be code of the program: then it can be equal to anything. */
export function comparesByProgram(o: PyObject): boolean {
  return o.type.isHeapType;
}
