/** NumPy's functions that are Python code, made when one is first called: see `source.ts`. */
import { builtinFunction, signature } from '../../machine/builtin';
import { registerModule } from '../../machine/modules/index';
import { runLibraryModule } from '../../machine/modules/library/load';
import { module } from '../../machine/types/module';
import { int } from '../../memory/atoms';
import type { PyObject } from '../../memory/object';
import { FunctionType } from '../../memory/types';
import { bindNumpy } from '../arguments';
import { DispatcherType, PyNumpyFunction } from '../dispatcher';
import { normalAxis } from '../exceptions';
import { CHOOSING } from '../indexing/choosing';
import { late } from '../late-library';
import { IinfoType } from '../machine-limits';
import { names } from '../module';
import { indexOf } from '../tuple';
import { EDITING_SOURCE } from './editing-source';
import { LIBRARY_FUNCTIONS } from './names';
import { PAD_SOURCE } from './pad-source';
import { NUMPY_SOURCE } from './source';

const HIDDEN = {
  _refuse: builtinFunction('_refuse', 'feature, message, /', (vm, [feature, message]) =>
    vm.refuse(vm.str(feature as PyObject), vm.str(message as PyObject)),
  ),
  _axis: builtinFunction('_axis', 'axis, ndim, /', (vm, [axis, ndim]) =>
    int(normalAxis(vm, indexOf(vm, axis as PyObject), indexOf(vm, ndim as PyObject))),
  ),
};

let made: ReadonlyMap<string, PyObject> | null = null;

/** A function of the source. */
function libraryFunction(name: string): PyObject {
  made ??= runLibraryModule('numpy', NUMPY_SOURCE + EDITING_SOURCE + PAD_SOURCE, HIDDEN);
  return made.get(name) as PyObject;
}

const PLAIN = new Set('diag_indices tril_indices triu_indices issubdtype'.split(' '));

function viaLibrary(name: string, text: string | null): PyNumpyFunction {
  return new PyNumpyFunction(
    name,
    'numpy',
    signature('*args, **kwargs'),
    (vm, args, keywords) => {
      const given = args as readonly PyObject[];
      // What does not fit has messages of NumPy's dispatcher.
      if (text !== null) bindNumpy(vm, name, text, given, keywords);
      return vm.call(libraryFunction(name), given, keywords);
    },
    PLAIN.has(name) ? FunctionType : DispatcherType,
  );
}

for (const [name, text] of Object.entries(LIBRARY_FUNCTIONS)) names.set(name, viaLibrary(name, text));
names.set('ix_', viaLibrary('ix_', null));
for (const f of CHOOSING) names.set(f.name, f);
names.set('iinfo', IinfoType);
const linalg = module('numpy.linalg', [viaLibrary('norm', 'x, ord=, axis=, keepdims=')]);
names.set('linalg', linalg);
registerModule('numpy.linalg', () => linalg);
late.set(libraryFunction);
