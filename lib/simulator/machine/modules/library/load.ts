/**
 * Modules that are Python code in CPython too. They are compiled when a program first imports one, and what they make
 * is constant: their functions and classes are shared by all runs, have no number in a trace, and are never freed.
 */
import { DEFAULT_LIMITS } from '../../../limits';
import { str } from '../../../memory/atoms';
import { Heap } from '../../../memory/heap';
import { type HeapObject, IMMORTAL, type PyObject } from '../../../memory/object';
import { BUILTINS } from '../../library';
import { Vm } from '../../machine';
import { Raised } from '../../raised';
import { PyModule } from '../../types/module';
import { complete } from '../holding';
import { registerModule } from '../index';
import { NATIVES, runLibrary } from './natives';

/** A heap whose objects are constants. */
class ConstantHeap extends Heap {
  override readonly constant = true;
  override add<T extends HeapObject>(o: T): T {
    o.rc = IMMORTAL;
    return o;
  }
}

/** The machine that the library's modules are made in. */
class Loader extends Vm {
  override readonly heap = new ConstantHeap({
    retire: () => false,
    freed: () => undefined,
    made: () => undefined,
    forget: () => undefined,
  });
}

interface LibraryModule {
  readonly name: string;
  readonly source: string;
  /** The names that programs may use. */
  readonly names: readonly string[];
  /** What is not Python in CPython. Also offered to programs. */
  readonly native?: readonly (PyObject & { readonly name: string })[];
  /** As `native`, for its own use only. */
  readonly hidden?: Readonly<Record<string, PyObject>>;
  /** Names that the real module has and this one does not: they are refused. */
  readonly unsupported?: readonly string[];
}

/** Run the code of a module, and give all its names. */
export function runLibraryModule(
  name: string,
  source: string,
  given: Readonly<Record<string, PyObject>>,
): ReadonlyMap<string, PyObject> {
  const vm = new Loader(DEFAULT_LIMITS, BUILTINS);
  const { globals } = vm;
  globals.set('__name__', str(name));
  for (const o of NATIVES) globals.set(o.name, o);
  for (const [key, value] of Object.entries(given)) globals.set(key, value);
  try {
    runLibrary(vm, source, globals, globals);
  } catch (thrown) {
    if (thrown instanceof Raised) throw new TypeError(`library module ${name}: ${vm.str(thrown.exception)}`);
    throw thrown;
  }
  return globals;
}

function load({ name, source, names, native = [], hidden = {}, unsupported = [] }: LibraryModule): PyModule {
  const natives = Object.fromEntries(native.map((o) => [o.name, o]));
  const globals = runLibraryModule(name, source, { ...natives, ...hidden });
  const attributes = new Map<string, PyObject>();
  for (const key of [...names, ...native.map((o) => o.name)])
    attributes.set(key, globals.get(key) as PyObject);
  return new PyModule(name, attributes, (key) => complete(key) && !unsupported.includes(key));
}

/** Register a module that is made from Python code. */
export function registerLibrary(module: LibraryModule): void {
  registerModule(module.name, () => load(module));
}
