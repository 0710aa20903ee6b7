/** functools.partial (Modules/_functoolsmodule.c). */
import { None, PyStr, str } from '../../../memory/atoms';
import type { PyTuple } from '../../../memory/containers';
import type { KeywordNames, Machine, PyObject } from '../../../memory/object';
import { builtinType, ObjectType } from '../../../memory/types';
import { attribute, define } from '../../builtin';
import { makeTuple, own, ownAll } from '../../types/convert';
import { dictEntries, dictSetName, newDict, type PyDict } from '../../types/dict';
import { TypeErrorType } from '../../types/exceptions';
import { PyHolding } from '../holding';

export const PartialType = builtinType('partial', ObjectType, 'functools');
PartialType.hasAttrs = PartialType.hasWeakrefs = true;
// A plain value, so that an instance may have a docstring of its own.
PartialType.members.set('__doc__', None);

const funcOf = (o: PyObject): PyObject => (o as PyHolding).at(0);
const argsOf = (o: PyObject): readonly PyObject[] => ((o as PyHolding).at(1) as PyTuple).items;
const keywordsOf = (o: PyObject): PyDict => (o as PyHolding).at(2) as PyDict;

/** The positional arguments, and the keyword arguments of the partial with those of the call over them. */
function join(o: PyObject, args: readonly PyObject[], names: KeywordNames): [PyObject[], string[]] {
  const given = args.length - names.length;
  const keywords = new Map<string, PyObject>();
  for (const [key, value] of dictEntries(keywordsOf(o)))
    if (key instanceof PyStr) keywords.set(key.value, value);
  names.forEach((name, i) => {
    keywords.set(name, args[given + i] as PyObject);
  });
  return [[...argsOf(o), ...args.slice(0, given), ...keywords.values()], [...keywords.keys()]];
}

function reprOf(vm: Machine, o: PyObject): PyObject {
  if (vm.representing.has(o)) return str('...');
  vm.representing.add(o);
  try {
    const parts = [vm.repr(funcOf(o)), ...argsOf(o).map((arg) => vm.repr(arg))];
    for (const [key, value] of dictEntries(keywordsOf(o))) parts.push(`${vm.str(key)}=${vm.repr(value)}`);
    const name = o.type === PartialType ? 'functools.partial' : o.type.name;
    return str(`${name}(${parts.join(', ')})`);
  } finally {
    vm.representing.delete(o);
  }
}

define(PartialType, {
  new(vm, cls, args, names) {
    const [func] = args;
    if (args.length - names.length < 1 || func === undefined)
      return vm.raise(TypeErrorType, "type 'partial' takes at least one argument");
    if (func.type.slots.call === undefined) vm.raise(TypeErrorType, 'the first argument must be callable');
    let inner = func;
    let rest: PyObject[] = args.slice(1);
    let keys: readonly string[] = names;
    if (func.type === PartialType && cls === PartialType && (func as PyHolding).attrs === null) {
      inner = funcOf(func);
      [rest, keys] = join(func, rest, names);
    }
    const given = rest.length - keys.length;
    const keywords = newDict(vm);
    keys.forEach((name, i) => {
      dictSetName(vm, keywords, name, rest[given + i] as PyObject);
    });
    const bound = makeTuple(vm, ownAll(rest.slice(0, given)));
    return vm.heap.add(new PyHolding(cls, [own(inner), bound, keywords]));
  },
  init: () => undefined,
  repr: reprOf,
  call(vm, o, args, names) {
    const [all, keys] = join(o, args, names);
    return vm.call(funcOf(o), all, keys);
  },
});
attribute(PartialType, 'func', (_vm, o) => own(funcOf(o)));
attribute(PartialType, 'args', (_vm, o) => own((o as PyHolding).at(1)));
attribute(PartialType, 'keywords', (_vm, o) => own(keywordsOf(o)));
