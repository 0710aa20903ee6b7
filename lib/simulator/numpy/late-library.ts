/** NumPy's functions that are Python code, for native ones that hand rare forms over to them (`library/source.ts`). */
import type { PyObject } from '../memory/object';
import { Late } from '../parts/part';

export const late = new Late<(name: string) => PyObject>('numpy library');

/** Throws `PartNeeded` where the part is not loaded. */
export const libraryFunction = (name: string): PyObject => late.get()(name);
