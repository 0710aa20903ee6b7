/** The modules a program can import. Each is made when it is first asked for, and is a constant from then on. */
import { need } from '../../parts/part';
import type { PyModule } from '../types/module';

const makers = new Map<string, () => PyModule>();
const made = new Map<string, PyModule>();

/** Say how a module is made. Called while the simulator loads. */
export function registerModule(name: string, make: () => PyModule): void {
  makers.set(name, make);
}

/** The module of this full name, or null where the simulator has none. Throws `PartNeeded`. */
export function findModule(name: string): PyModule | null {
  const known = made.get(name);
  if (known !== undefined) return known;
  const make = makers.get(name);
  if (make === undefined) {
    need(
      name === 'numpy'
        ? 'numpy'
        : name === 'numpy.linalg'
          ? 'numpy library'
          : name.startsWith('numpy.')
            ? 'numpy computing'
            : 'library',
    );
    return null;
  }
  const module = make();
  made.set(name, module);
  return module;
}
