/** Python functions and closure cells (Objects/funcobject.c, Objects/cellobject.c): layout. */
import type { CodeFields, PyCode } from '../../bytecode/code';
import type { PyTuple } from '../../memory/containers';
import { HeapObject, type PyObject, type Visit } from '../../memory/object';
import { CellType, FunctionType } from '../../memory/types';
import type { Namespace } from '../namespace';
import type { PyDict } from './dict';

FunctionType.hasAttrs = true;
FunctionType.hasWeakrefs = true;

/** A closure cell: the variable that functions share. */
export class PyCell extends HeapObject {
  override get kind(): 'cell' {
    return 'cell';
  }
  /** Takes over the caller's reference to `value`. Add it to the heap. */
  constructor(
    readonly name: string,
    public value: PyObject | null,
  ) {
    super(CellType);
  }
  override traverse(visit: Visit): void {
    if (this.value !== null) visit(this.value, 'cell');
  }
  override drop(): PyObject[] {
    const owned = this.value === null ? [] : [this.value];
    this.value = null;
    return owned;
  }
}

/** A function made by `def`, `lambda` or a comprehension. Add it to the heap. */
export class PyFunction extends HeapObject {
  override get kind(): 'function' {
    return 'function';
  }
  name: string;
  qualifiedName: string;
  doc: PyObject | null = null;
  /** `__defaults__`, `__kwdefaults__`, `__annotations__`: owned. */
  defaults: PyTuple | null = null;
  keywordDefaults: PyDict | null = null;
  annotations: HeapObject | null = null;
  /** Its cells, in the order of `code.freeNames`: owned. */
  closure: PyCell[] = [];
  readonly code: CodeFields;

  constructor(
    readonly codeObject: PyCode,
    readonly globals: Namespace,
    /** `__module__`: '__main__' for the functions of a snippet. */
    public module = '__main__',
  ) {
    super(FunctionType);
    this.code = codeObject.fields;
    this.name = this.code.name;
    this.qualifiedName = this.code.qualifiedName;
  }
  override traverse(visit: Visit): void {
    if (this.defaults !== null) visit(this.defaults, 'default');
    if (this.keywordDefaults !== null) visit(this.keywordDefaults, 'default');
    if (this.doc !== null) visit(this.doc, 'other');
    if (this.annotations !== null) visit(this.annotations, 'other');
    for (const cell of this.closure) visit(cell, 'other');
  }
  /** func_clear: globals, module, defaults, kwdefaults, doc, dict, closure, annotations. */
  override drop(): PyObject[] {
    const owned: PyObject[] = [];
    for (const held of [this.defaults, this.keywordDefaults, this.doc]) if (held !== null) owned.push(held);
    owned.push(...this.closure);
    if (this.annotations !== null) owned.push(this.annotations);
    this.defaults = this.keywordDefaults = this.annotations = this.doc = null;
    this.closure = [];
    return owned;
  }
}
