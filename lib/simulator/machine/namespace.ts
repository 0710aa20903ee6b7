import type { PyObject } from '../memory/object';

/** Names with their values, in order of binding: of the module, or of a class body. It owns the values. */
export type Namespace = Map<string, PyObject>;
