/** Modules: behaviour (Objects/moduleobject.c). */
import { str } from '../../memory/atoms';
import { ModuleType } from '../../memory/types';
import { genericGet } from '../attributes';
import { define } from '../builtin';
import { findModule } from '../modules';
import { AttributeErrorType } from './exceptions';
import type { PyModule } from './module';

define(ModuleType, {
  repr: (vm, self) =>
    vm.refuse('module text', `The text of the module ${(self as PyModule).name} contains a path.`),
  getAttribute(machine, self, name) {
    const module = self as PyModule;
    const found = module.read(machine, name) ?? findModule(`${module.name}.${name}`);
    if (found) return found;
    if (name === '__name__') return str(module.name);
    if (ModuleType.lookup(name) !== undefined) return genericGet(machine, self, name);
    if (module.lacks(name) || isKnownMissing(module.name, name))
      return machine.raise(AttributeErrorType, `module '${module.name}' has no attribute '${name}'`);
    return machine.refuse(`${module.name}.${name}`, `${module.name}.${name} is not supported.`);
  },
  setAttribute: (vm, self) =>
    vm.refuse('module attribute', `Changing the module ${(self as PyModule).name} is not supported.`),
});

/** Names that a module surely does not have: those of a student's slip. */
const isKnownMissing = (module: string, name: string): boolean =>
  KNOWN_MISSING.get(module)?.has(name) ?? false;
const KNOWN_MISSING = new Map([['math', new Set(['square', 'power', 'max', 'min', 'abs', 'round'])]]);
