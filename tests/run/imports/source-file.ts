import { parseSync } from 'oxc-parser';

export interface ImportStatement {
  readonly specifier: string;
  readonly line: number;
  /** True where nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
  /** Named as a file, `new URL('./worker.ts', import.meta.url)`: such a name carries its ending. */
  readonly asFile?: boolean;
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly imports: readonly ImportStatement[];
  /** The text with its comments blanked out; the places stay the same. */
  readonly code: string;
}

/** `import('…')` in code and in types, and files named for a worker. */
const otherImports =
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)|\bnew URL\(\s*['"](\.[^'"]+\.[cm]?[jt]sx?)['"]\s*,\s*import\.meta\.url/g;

/** Reads the imports of one file. Throws where the file is not a program. */
export function readSourceFile(path: string, text: string): SourceFile {
  const { module, comments, errors } = parseSync(path, text);
  const fault = errors[0];
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
  let code = text;
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  }
  const lineAt = (place: number) => text.slice(0, place).split('\n').length;
  const imports: ImportStatement[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    imports.push({ specifier: moduleRequest.value, line: lineAt(start), typeOnly });
  }
  for (const { entries, start } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest)
        imports.push({ specifier: moduleRequest.value, line: lineAt(start), typeOnly: isType });
    }
  }
  for (const match of code.matchAll(otherImports)) {
    const specifier = match[1] ?? match[2];
    const asFile = match[2] !== undefined;
    if (specifier !== undefined)
      imports.push({ specifier, line: lineAt(match.index), typeOnly: false, asFile });
  }
  return { path, imports, code };
}
