import type { Arguments, Name, Position, Statement } from '../ast';
import type { ScopeKind, ScopeNode } from '../scope';
import { mangle } from '../scope';
import { Block } from './block';
import * as F from './flags';
import { TreeProblem } from './problem';

type Directive = Extract<Statement, { kind: 'Global' | 'Nonlocal' }>;

/** How deep a tree may be. CPython stops near 3,000; this leaves a browser's stack room. */
const MAX_DEPTH = 1000;

/** The blocks of a program, and what each is told of its names: symtable_add_def and its rules (Python/symtable.c). */
export abstract class Definitions {
  protected block: Block;
  protected depth = 0;

  constructor(readonly top: Block) {
    this.block = top;
  }

  protected enter(kind: ScopeKind, name: string, node: ScopeNode, className: string | null): void {
    const block = new Block(kind, name, node, this.block, className);
    this.block.children.push(block);
    this.block = block;
  }

  protected leave(): void {
    this.block = this.block.parent as Block;
  }

  protected lookup(name: string): number {
    return this.block.flags.get(mangle(this.block.className, name)) ?? 0;
  }

  protected define(name: string, flag: number, place: Position, block = this.block): void {
    const mangled = mangle(this.block.className, name);
    let flags = block.flags.get(mangled) ?? 0;
    if ((flag & F.DEF_PARAM) !== 0 && (flags & F.DEF_PARAM) !== 0) {
      throw new TreeProblem(`duplicate argument '${name}' in function definition`, place);
    }
    flags |= flag;
    if (block.inTarget) {
      if ((flags & (F.DEF_GLOBAL | F.DEF_NONLOCAL)) !== 0) {
        const rule = 'comprehension inner loop cannot rebind assignment expression target';
        throw new TreeProblem(`${rule} '${mangled}'`, place);
      }
      flags |= F.DEF_COMP_ITER;
    }
    block.flags.set(mangled, flags);
    if ((flag & F.DEF_PARAM) !== 0) block.parameters.push(mangled);
    else if ((flag & F.DEF_GLOBAL) !== 0) {
      this.top.flags.set(mangled, (this.top.flags.get(mangled) ?? 0) | flag);
    }
  }

  protected descend(place: Position): void {
    if (++this.depth > MAX_DEPTH) {
      throw new TreeProblem('maximum recursion depth exceeded during compilation', place, 'RecursionError');
    }
  }

  protected directive(node: Directive): void {
    const word = node.kind === 'Global' ? 'global' : 'nonlocal';
    for (const name of node.names) {
      const flags = this.lookup(name);
      if ((flags & (F.DEF_PARAM | F.DEF_LOCAL | F.USE | F.DEF_ANNOT)) !== 0) {
        let message = `name '${name}' is assigned to before ${word} declaration`;
        if ((flags & F.DEF_PARAM) !== 0) message = `name '${name}' is parameter and ${word}`;
        else if ((flags & F.USE) !== 0) message = `name '${name}' is used prior to ${word} declaration`;
        else if ((flags & F.DEF_ANNOT) !== 0) message = `annotated name '${name}' can't be ${word}`;
        throw new TreeProblem(message, node);
      }
      this.define(name, word === 'global' ? F.DEF_GLOBAL : F.DEF_NONLOCAL, node);
      this.recordDirective(name, node);
    }
  }

  private recordDirective(name: string, place: Position): void {
    const mangled = mangle(this.block.className, name);
    if (!this.block.directives.has(mangled)) this.block.directives.set(mangled, place);
  }

  protected parameters(args: Arguments): void {
    const { block } = this;
    block.argCount = args.posonlyargs.length + args.args.length;
    block.positionalOnlyCount = args.posonlyargs.length;
    block.keywordOnlyCount = args.kwonlyargs.length;
    for (const list of [args.posonlyargs, args.args, args.kwonlyargs]) {
      for (const arg of list) this.define(arg.arg, F.DEF_PARAM, arg);
    }
    if (args.vararg !== null) {
      this.define(args.vararg.arg, F.DEF_PARAM, args.vararg);
      block.hasStarArgs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, F.DEF_PARAM, args.kwarg);
      block.hasStarKeywords = true;
    }
  }

  /** A walrus in a comprehension binds in the function or module around (PEP 572). */
  protected bindOutside(target: Name): void {
    // CPython looks the name up as it is written, not mangled.
    const name = target.id;
    for (let block: Block | null = this.block; block !== null; block = block.parent) {
      const flags = block.flags.get(name) ?? 0;
      if (block.isComprehension) {
        if ((flags & F.DEF_COMP_ITER) !== 0 && (flags & (F.DEF_LOCAL | F.DEF_GLOBAL)) !== 0) {
          const rule = 'assignment expression cannot rebind comprehension iteration variable';
          throw new TreeProblem(`${rule} '${target.id}'`, target);
        }
        continue;
      }
      if (block.kind === 'class') {
        const rule = 'assignment expression within a comprehension cannot be used in a class body';
        throw new TreeProblem(rule, target);
      }
      const global = block.kind === 'module' || (flags & F.DEF_GLOBAL) !== 0;
      this.define(target.id, global ? F.DEF_GLOBAL : F.DEF_NONLOCAL, target);
      this.recordDirective(target.id, target);
      this.define(target.id, block.kind === 'module' ? F.DEF_GLOBAL : F.DEF_LOCAL, target, block);
      return;
    }
  }
}
