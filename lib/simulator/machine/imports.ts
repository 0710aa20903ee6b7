/** `import` (import_name and import_from, Python/ceval.c). */
import { str } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { findModule } from './modules';
import { refusals } from './modules/refusals';
import type { Runtime } from './runtime';
import { ModuleNotFoundErrorType } from './types/exceptions';
import { PyModule } from './types/module';

/** The module a dotted name stands for, or with a colon at its end the last of its parts. */
export function importName(vm: Runtime, text: string): PyObject {
  const whole = text.endsWith(':');
  const name = whole ? text.slice(0, -1) : text;
  const found = load(vm, name);
  return whole ? found : load(vm, name.split('.')[0] as string);
}

function load(vm: Runtime, name: string): PyModule {
  const module = findModule(name);
  if (module !== null) return module;
  const top = name.split('.')[0] as string;
  const parent = name === top ? null : findModule(top);
  const reason = refusals.get()(name);
  if (reason !== null) vm.refuse(`module ${name}`, reason);
  return vm.raiseWith(
    ModuleNotFoundErrorType,
    parent === null ? `No module named '${top}'` : `No module named '${name}'`,
    { name: str(parent === null ? top : name) },
  );
}

/** `from module import name`: a new reference. Refuses a name it does not know. */
export function importFrom(vm: Runtime, module: PyObject, name: string): PyObject {
  if (!(module instanceof PyModule)) return vm.getAttribute(module, name);
  const found = module.read(vm, name) ?? findModule(`${module.name}.${name}`);
  if (found !== null && found !== undefined) return found;
  return vm.refuse(`${module.name}.${name}`, `${module.name}.${name} is not supported.`);
}
