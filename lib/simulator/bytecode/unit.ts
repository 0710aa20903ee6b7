/**
 * One code object in the making: instructions, constants, names, labels, and what the compiler knows of the value
 * stack and of the blocks around the statement it is at (`struct compiler_unit`, Python/compile.c).
 */
import type { PyObject } from '../memory/object';
import type { Expression, ExpressionContext, Position, Statement } from '../syntax/ast';
import { mangle, type Scope, type ScopeNode } from '../syntax/scope';
import { assemble } from './assembler';
import type { CodePosition, PyCode, StackRole, StepPoint } from './code';
import type { Constants } from './constants';
import { Op, type Opcode } from './opcodes';

/** A place to jump to; its index is known once it is marked. `from`: the jumps to it so far. */
export interface Label {
  index: number;
  readonly from: number[];
}

/** Instructions behind which the next one is not reached. */
const ENDS: ReadonlySet<number> = new Set([Op.JUMP, Op.RERAISE, Op.RAISE_VARARGS, Op.RETURN_VALUE]);

/** Where an exception goes that is raised while it is in force (SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH). */
export interface Handler {
  readonly label: Label;
  readonly depth: number;
  readonly pushLast: boolean;
  readonly outer: Handler | null;
}

/** What a jump out of a statement has to undo (compiler_unwind_fblock). */
export type Block =
  | { readonly type: 'loop'; readonly isFor: boolean; readonly start: Label; readonly end: Label }
  | { readonly type: 'try' }
  | { readonly type: 'finally'; readonly body: readonly Statement[] }
  | { readonly type: 'finally end' }
  | { readonly type: 'with'; readonly statement: Position }
  | { readonly type: 'handler'; readonly name: string | null }
  | { readonly type: 'value' };

/** The parts of the compiler that call each other; handed in so that their files need not import each other. */
export interface Compiler {
  expression(u: Unit, e: Expression): void;
  statement(u: Unit, s: Statement): void;
  /** Store to or delete a target. */
  target(u: Unit, e: Expression): void;
  readonly constants: Constants;
  /** Whether this is code of the library, which has no steps. */
  readonly library: boolean;
  /** Whether an expression is folded into a constant. */
  isConstant(e: Expression): boolean;
  /** Refuse, at the place of a node. */
  refuse(place: Position, feature: string, message: string): never;
}

const NO_ROLES: readonly StackRole[] = [];
/** Of the units without slots: a module, most classes. Never changed. */
const NO_SLOTS: readonly string[] = [];
const NO_CELLS: readonly number[] = [];
const NO_PLACES: ReadonlyMap<string, number> = new Map();
const NOWHERE: Position = { line: 1, column: 0, endLine: 1, endColumn: 0 };

/** The place of instructions that stand for nothing in the source (UNSET_LOC): line 0. */
export const ARTIFICIAL: Position = { line: 0, column: 0, endLine: 0, endColumn: 0 };

/** What an instruction takes, with its place and its handler. */
const INSTRUCTION_BYTES = 256;

export class Unit {
  readonly opcodes: number[] = [];
  readonly operands: number[] = [];
  readonly positions: number[] = [];
  /** By instruction; absent where none is in force. */
  readonly handlers: (Handler | undefined)[] = [];
  readonly jumps: [number, Label][] = [];
  readonly places: CodePosition[] = [];
  readonly steps: StepPoint[] = [];
  readonly consts: PyObject[] = [];
  readonly names: string[] = [];
  readonly keywordNames: (readonly string[])[] = [];
  readonly blocks: Block[] = [];
  handler: Handler | null = null;
  /** What waits on the value stack around the statement. */
  roles: readonly StackRole[] = NO_ROLES;
  docstring: string | null = null;
  place: Position = NOWHERE;
  /** Where the last label was marked: a block begins there. */
  private marked = -1;
  /** The instructions that lead there, where they are known. */
  private before: number[] = [];
  readonly slotNames: readonly string[] = NO_SLOTS;
  readonly cellSlots: readonly number[] = NO_CELLS;
  private readonly slotOf: ReadonlyMap<string, number> = NO_PLACES;
  private readonly cellOf: ReadonlyMap<string, number> = NO_PLACES;
  private readonly nameOf = new Map<string, number>();
  private readonly constOf = new Map<PyObject, number>();

  constructor(
    readonly compiler: Compiler,
    readonly scope: Scope,
    readonly qualifiedName: string,
    readonly firstLine: number,
  ) {
    const { varnames, cellvars, freevars } = scope;
    if (varnames.length > 0) this.slotOf = new Map(varnames.map((name, i) => [name, i]));
    this.slotNames = varnames;
    if (cellvars.length === 0 && freevars.length === 0) return;
    const slots = [...varnames];
    const cellOf = new Map<string, number>();
    this.cellSlots = cellvars.map((name) => {
      const slot = this.slotOf.get(name) ?? slots.push(name) - 1;
      cellOf.set(name, slot);
      return slot;
    });
    for (const name of freevars) cellOf.set(name, slots.push(name) - 1);
    this.cellOf = cellOf;
    this.slotNames = slots;
  }

  get isFunction(): boolean {
    return this.scope.kind !== 'module' && this.scope.kind !== 'class';
  }
  mangle(name: string): string {
    return mangle(this.scope.className, name);
  }
  child(node: ScopeNode): Scope {
    const scope = this.scope.children.get(node);
    if (scope === undefined) throw new TypeError('a scope without symbols');
    return scope;
  }
  expression(e: Expression): void {
    this.compiler.expression(this, e);
  }
  target(e: Expression): void {
    this.compiler.target(this, e);
  }
  body(statements: readonly Statement[]): void {
    for (const s of statements) this.compiler.statement(this, s);
  }

  /** Add an instruction at the current place in the source. */
  emit(op: Opcode, operand = 0): void {
    // Bodies of `finally` are compiled again for each way out: nested ones double at each level.
    this.compiler.constants.vm.charge(INSTRUCTION_BYTES);
    this.opcodes.push(op);
    this.operands.push(operand);
    this.positions.push(this.placeIndex());
    if (this.handler !== null) this.handlers[this.opcodes.length - 1] = this.handler;
  }
  private placeIndex(): number {
    const { places, positions, roles } = this;
    const last = places[places.length - 1];
    let { place } = this;
    if (place === ARTIFICIAL) {
      // An instruction without a line takes that of the one before it in its block, or of the only one that leads
      // to its block (propagate_line_numbers).
      const at = this.opcodes.length - 1;
      const from = this.marked === at ? this.before : [at - 1];
      const before = from.length === 1 ? positions[from[0] as number] : undefined;
      if (before !== undefined) place = places[before] ?? place;
    }
    if (
      last === undefined ||
      last.roles !== roles ||
      last.line !== place.line ||
      last.column !== place.column ||
      last.endLine !== place.endLine ||
      last.endColumn !== place.endColumn
    ) {
      const { line, column, endLine, endColumn } = place;
      places.push({ line, column, endLine, endColumn, roles });
    }
    return places.length - 1;
  }
  jump(op: Opcode, to: Label): void {
    to.from.push(this.opcodes.length);
    this.jumps.push([this.opcodes.length, to]);
    this.emit(op);
  }
  label(): Label {
    return { index: -1, from: [] };
  }
  mark(label: Label): void {
    const at = this.opcodes.length;
    if (this.marked !== at) this.before = ENDS.has(this.opcodes[at - 1] ?? Op.JUMP) ? [] : [at - 1];
    this.before.push(...label.from);
    label.index = this.marked = at;
  }
  constant(value: PyObject): void {
    let index = this.constOf.get(value);
    if (index === undefined) {
      index = this.consts.push(value) - 1;
      value.rc++;
      this.constOf.set(value, index);
    }
    this.emit(Op.LOAD_CONST, index);
  }
  name(op: Opcode, name: string): void {
    let index = this.nameOf.get(name);
    if (index === undefined) {
      index = this.names.push(name) - 1;
      this.nameOf.set(name, index);
    }
    this.emit(op, index);
  }
  cell(op: Opcode, name: string): void {
    this.emit(op, this.cellOf.get(name) as number);
  }
  fast(op: Opcode, name: string): void {
    this.emit(op, this.slotOf.get(name) as number);
  }
  /** Tell that a simple statement has finished. */
  step(stmt: string, span: Position, op: Opcode = Op.STEP): void {
    if (this.compiler.library) return;
    const { line, column, endLine, endColumn } = span;
    this.place = span;
    this.emit(op, this.steps.push({ stmt, span: { line, column, endLine, endColumn } }) - 1);
  }

  /** From here exceptions go to `label`, with the value stack as deep as now, plus `above`. */
  setup(label: Label, pushLast: boolean, above = 0): void {
    this.handler = { label, depth: this.roles.length + above, pushLast, outer: this.handler };
  }
  popBlock(): void {
    this.handler = this.handler?.outer ?? null;
  }
  push(...roles: StackRole[]): void {
    this.roles = [...this.roles, ...roles];
  }
  pop(count = 1): void {
    this.roles = this.roles.length === count ? NO_ROLES : this.roles.slice(0, -count);
  }

  /** Load, store or delete a name where the symbol table says it lives (compiler_nameop). */
  access(id: string, context: ExpressionContext): void {
    const name = this.mangle(id);
    const kind = this.scope.symbols.get(name);
    if (kind === 'cell' || kind === 'free') {
      const load = kind === 'free' && this.scope.kind === 'class' ? Op.LOAD_CLASSDEREF : Op.LOAD_DEREF;
      this.cell(pick(context, load, Op.STORE_DEREF, Op.DELETE_DEREF), name);
    } else if (kind === 'local' && this.isFunction) {
      this.fast(pick(context, Op.LOAD_FAST, Op.STORE_FAST, Op.DELETE_FAST), name);
    } else if (kind === 'global-explicit' || (kind === 'global-implicit' && this.isFunction)) {
      this.name(pick(context, Op.LOAD_GLOBAL, Op.STORE_GLOBAL, Op.DELETE_GLOBAL), name);
    } else this.name(pick(context, Op.LOAD_NAME, Op.STORE_NAME, Op.DELETE_NAME), name);
  }

  /** Whether a name is a fast local here. */
  isFast(id: string): boolean {
    return this.isFunction && this.scope.symbols.get(this.mangle(id)) === 'local';
  }

  /** The cells it closes over, then the code: leaves a function on the stack (compiler_make_closure). */
  makeFunction(code: PyCode, flags: number): void {
    for (const name of code.fields.freeNames) this.cell(Op.LOAD_CLOSURE, name);
    this.constant(code);
    this.emit(Op.MAKE_FUNCTION, flags);
  }

  finish(): PyCode {
    return assemble(this);
  }
}

function pick(context: ExpressionContext, load: Opcode, store: Opcode, del: Opcode): Opcode {
  return context === 'Load' ? load : context === 'Store' ? store : del;
}
