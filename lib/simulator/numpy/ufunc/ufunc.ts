/** The ufunc objects: atoms with a name and a table entry. */
import { Atom } from '../../memory/object';
import { UfuncType } from '../types';
import { type Entry, UFUNC_TABLE } from './table';

export class PyUfunc extends Atom {
  override get kind(): 'ufunc' {
    return 'ufunc';
  }
  readonly name: string;
  readonly nin: number;
  readonly nout = 1;
  constructor(readonly entry: Entry) {
    super(UfuncType);
    this.name = entry.name;
    this.nin = entry.nin;
  }
}

export const UFUNCS: ReadonlyMap<string, PyUfunc> = new Map(
  UFUNC_TABLE.map((entry) => [entry.name, new PyUfunc(entry)]),
);

/** The ufunc of this name, which is in the table. */
export const ufunc = (name: string): PyUfunc => UFUNCS.get(name) as PyUfunc;
