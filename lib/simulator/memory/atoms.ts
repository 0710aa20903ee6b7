/** The atoms: immutable values that a program cannot lose, and the singletons. */
import { Atom, type PyType } from './object';
import * as types from './types';

/** An int. `value` is a number within ±(2**53 − 1), else a bigint. */
export class PyInt extends Atom {
  override get kind(): 'int' {
    return 'int';
  }
  constructor(
    readonly value: number | bigint,
    type: PyType = types.IntType,
  ) {
    super(type);
  }
}

/** True and False, which are ints. */
export class PyBool extends PyInt {
  constructor(readonly truth: boolean) {
    super(truth ? 1 : 0, types.BoolType);
  }
}

export class PyFloat extends Atom {
  override get kind(): 'float' {
    return 'float';
  }
  constructor(
    readonly value: number,
    type: PyType = types.FloatType,
  ) {
    super(type);
  }
}

export class PyComplex extends Atom {
  override get kind(): 'complex' {
    return 'complex';
  }
  constructor(
    readonly real: number,
    readonly imag: number,
  ) {
    super(types.ComplexType);
  }
}

/** A str. `value` is UTF-16; Python's length and indices count code points. */
export class PyStr extends Atom {
  override get kind(): 'str' {
    return 'str';
  }
  constructor(
    readonly value: string,
    type: PyType = types.StrType,
  ) {
    super(type);
  }
}

export class PyBytes extends Atom {
  override get kind(): 'bytes' {
    return 'bytes';
  }
  constructor(readonly value: Uint8Array) {
    super(types.BytesType);
  }
}

/** By their byte, and the empty one: shared by all runs. */
const SHORT_BYTES: PyBytes[] = [];

/** Bytes copied from elsewhere: there is one object for each single byte, and one without (PyBytes_FromStringAndSize). */
export function makeBytes(value: Uint8Array): PyBytes {
  if (value.length > 1) return new PyBytes(value);
  const at = value[0] ?? 256;
  SHORT_BYTES[at] ??= new PyBytes(value.slice());
  return SHORT_BYTES[at];
}

class Singleton extends Atom {
  override get kind(): 'singleton' {
    return 'singleton';
  }
}

export const None = new Singleton(types.NoneType);
export const NotImplemented = new Singleton(types.NotImplementedType);
export const Ellipsis = new Singleton(types.EllipsisType);
export const True = new PyBool(true);
export const False = new PyBool(false);

export const bool = (value: boolean): PyBool => (value ? True : False);

/** CPython keeps one object for each int from -5 to 256 (Objects/longobject.c). */
const SMALL_INTS: readonly PyInt[] = Array.from({ length: 262 }, (_, i) => new PyInt(i - 5));

/** The int object for a number or bigint: shared when it is small, else new. */
export function int(value: number | bigint): PyInt {
  if (typeof value === 'bigint') {
    if (value > 9007199254740991n || value < -9007199254740991n) return new PyInt(value);
    value = Number(value);
  }
  return (value >= -5 && value <= 256 ? SMALL_INTS[value + 5] : undefined) ?? new PyInt(value);
}

export const float = (value: number): PyFloat => new PyFloat(value);
export const str = (value: string): PyStr => new PyStr(value);
