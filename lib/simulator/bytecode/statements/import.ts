/** Imports (compiler_import, compiler_from_import). */
import type { Import, ImportFrom } from '../../syntax/ast';
import { Op } from '../opcodes';
import type { Unit } from '../unit';

/** IMPORT_NAME pushes the first package of a dotted name, or the module itself where flag 1 is set. */
export function compileImport(u: Unit, s: Import): void {
  for (const { name, asname } of s.names) {
    const dot = name.indexOf('.');
    u.name(Op.IMPORT_NAME, asname === null ? name : `${name}:`);
    u.access(asname ?? (dot < 0 ? name : name.slice(0, dot)), 'Store');
  }
}

export function compileImportFrom(u: Unit, s: ImportFrom) {
  if (s.level > 0)
    u.compiler.refuse(
      s,
      'relative import',
      'A snippet is not part of a package: relative imports are not supported.',
    );
  u.name(Op.IMPORT_NAME, `${s.module}:`);
  if (s.names[0]?.name === '*') return u.emit(Op.IMPORT_STAR);
  for (const { name, asname } of s.names) {
    u.name(Op.IMPORT_FROM, name);
    u.access(asname ?? name, 'Store');
  }
  u.emit(Op.POP_TOP);
}
