/** A reference as the trace shows it: the number of a heap object, or the text of an atom. */
import { bitLength } from '../../machine/types/int-arithmetic';
import { chargeProduct } from '../../machine/work';
import { PyBool, PyInt } from '../../memory/atoms';
import { EMPTY_TUPLE } from '../../memory/containers';
import { type Atom, HeapObject, type Machine, type PyObject, PyType } from '../../memory/object';
import { FunctionType } from '../../memory/types';
import { PyNumpyScalar, pythonOf } from '../../numpy/scalar';
import type { Value } from '../records';

/** What a reference to `o` looks like in a record. */
export function shownAs(vm: Machine, o: PyObject): Value {
  if (o instanceof HeapObject) return o.id !== 0 ? o.id : textOf(vm, o);
  const atom = o as Atom;
  atom.shown ??= textOf(vm, o);
  return atom.shown;
}

/** Text of what has no identity: its repr, or `<kind name>` where that would show an address. */
export function textOf(vm: Machine, o: PyObject): string {
  if (o instanceof PyInt && !(o instanceof PyBool)) {
    if (typeof o.value === 'bigint') chargeProduct(vm, bitLength(o.value), bitLength(o.value));
    return String(o.value);
  }
  if (o instanceof PyNumpyScalar) return numpyText(vm, o);
  if (o === EMPTY_TUPLE) return '()';
  if (o instanceof PyType) return `<class ${o.name}>`;
  switch (o.kind) {
    case 'object':
      // A constant of the library: its repr may show an address.
      return `<${o.type.name}>`;
    case 'address':
      // What id() gave: another number in each run.
      return '<address>';
    case 'module':
      return `<module ${named(o)}>`;
    case 'function':
      return `<function ${named(o)}>`;
    case 'builtin':
      return `<${o.type === FunctionType ? 'function' : 'built-in'} ${named(o)}>`;
    case 'dict':
      return '<globals>';
    case 'code':
      return '<code object>';
    default:
      return vm.repr(o);
  }
}

const named = (o: PyObject & { readonly name?: unknown }): string => String(o.name);

/** `np.float64(1.5)`: the class and the repr of the Python value. */
function numpyText(vm: Machine, o: PyNumpyScalar): string {
  const item = pythonOf(o.dtype, o.value);
  return `np.${o.type.name}(${vm.repr(item)})`;
}
