/** Statements (compiler_visit_stmt, Python/compile.c). */
import type { Statement } from '../../syntax/ast';
import { Op } from '../opcodes';
import { ARTIFICIAL, type Unit } from '../unit';
import { compileAnnotated } from './annotation';
import { compileAssign, compileAugmented } from './assignment';
import { compileClass } from './class';
import { compileFunction } from './function';
import { compileImport, compileImportFrom } from './import';
import { matchCompiler } from './late-match';
import { compileFor, compileIf, compileWhile } from './loop';
import { compileAssert, compileRaise, compileTry } from './try';
import { compileLoopJump, compileReturn } from './unwind';
import { compileWith } from './with';

const isText = (s: Statement): boolean =>
  s.kind === 'Expr' && s.value.kind === 'Constant' && s.value.value.type === 'str';

export function compileStatement(u: Unit, s: Statement) {
  u.place = s;
  switch (s.kind) {
    case 'Return':
      return compileReturn(u, s);
    case 'Break':
    case 'Continue':
      return compileLoopJump(u, s);
    case 'If':
      return compileIf(u, s);
    case 'For':
      return compileFor(u, s);
    case 'While':
      return compileWhile(u, s);
    case 'With':
      return compileWith(u, s);
    case 'Try':
      return compileTry(u, s);
    case 'Match':
      return matchCompiler.get()(u, s);
    case 'Global':
    case 'Nonlocal':
      return;
    case 'AsyncFunctionDef':
    case 'AsyncFor':
    case 'AsyncWith':
      return u.compiler.refuse(s, 'async', 'async and await are not supported.');
    case 'TryStar':
      return u.compiler.refuse(s, 'except*', 'except* is not supported.');
    default:
      if (isText(s)) return;
      simple(u, s);
      u.step(s.kind, s);
  }
}

type Simple = Exclude<
  Statement,
  {
    kind:
      | 'Return'
      | 'Break'
      | 'Continue'
      | 'If'
      | 'For'
      | 'While'
      | 'With'
      | 'Try'
      | 'TryStar'
      | 'Match'
      | 'Global'
      | 'Nonlocal'
      | 'AsyncFunctionDef'
      | 'AsyncFor'
      | 'AsyncWith';
  }
>;

/** The statements that are steps once they have finished. */
function simple(u: Unit, s: Simple) {
  switch (s.kind) {
    case 'FunctionDef':
      return compileFunction(u, s);
    case 'ClassDef':
      return compileClass(u, s);
    case 'Delete':
      for (const target of s.targets) u.target(target);
      return;
    case 'Assign':
      return compileAssign(u, s);
    case 'AugAssign':
      return compileAugmented(u, s);
    case 'AnnAssign':
      return compileAnnotated(u, s);
    case 'Raise':
      return compileRaise(u, s);
    case 'Assert':
      return compileAssert(u, s);
    case 'Import':
      return compileImport(u, s);
    case 'ImportFrom':
      return compileImportFrom(u, s);
    case 'Expr':
      if (s.value.kind === 'Constant') return;
      u.expression(s.value);
      u.place = ARTIFICIAL;
      u.emit(Op.POP_TOP);
      u.place = s;
      return;
    case 'Pass':
      return;
  }
}
