/** The dict that `globals()` gives. */
import { IMMORTAL, type PyObject } from '../../memory/object';
import { DictType } from '../../memory/types';
import { PyDict } from './dict';

/** Shares the names of the module. It is never freed and has no number: a trace shows it as `<globals>`. */
export class PyGlobals extends PyDict {
  constructor(names: Map<string, PyObject>) {
    super(DictType, names);
    this.rc = IMMORTAL;
  }
}
