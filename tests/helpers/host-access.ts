/**
 * What a program that the simulator runs could reach the host by, found in the simulator's sources with the types that
 * the compiler sees. Reported are, in every file:
 *
 * 1. names of the host (`eval`, `Function`, `globalThis`, `process`, `setTimeout` …): every global value but those in
 *    `GLOBALS`, which compute and hold data;
 * 2. `constructor`, `__proto__`, `prototype` and their like read as members: the ways from any object to `Function`;
 * 3. `import()` of anything but a text written there, and `import.meta`;
 * 4. members computed from a text, `o[name]`, and `name in o`. Allowed are places (the index is a number, as of arrays
 *    and typed arrays, or a symbol), and names that the source itself lists: the type of the index, before any cast, is
 *    a union of literals. Keys of a program belong into a `Map`, or are read with `ownValue`. `name in o` asks no value, but
 *    finds what is inherited: it is reported where the name is not a literal.
 *
 * What is allowed besides, each with its reason, is listed by whoever asks (`Allowance`).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type BindingElement, type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isAsExpression,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isMetaProperty,
  isNonNullExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isTypeNode,
} from 'typescript/unstable/ast/is';
import {
  API,
  type Checker,
  type Symbol as Declared,
  type Project,
  type Type,
  TypeFlags,
} from 'typescript/unstable/sync';

/** Global values that give a program nothing but numbers, texts, containers and errors. */
const GLOBALS: ReadonlySet<string> = new Set(
  `Array BigInt BigInt64Array BigUint64Array Boolean DataView Error Float32Array Float64Array Infinity Int16Array
  Int32Array Int8Array JSON Map Math NaN Number Object RangeError RegExp Set String TextDecoder TextEncoder TypeError
  Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet ArrayBuffer Symbol isNaN parseInt parseFloat
  Promise Iterator undefined`.split(/\s+/),
);

/** Members by which an object leads to its class, its prototype, or the making of functions. */
const WAYS_OUT: ReadonlySet<string> = new Set(
  `constructor __proto__ prototype __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__
  setPrototypeOf getPrototypeOf defineProperty`.split(/\s+/),
);

/** Names of values that hosts have: those of this one, and those of browsers and workers. */
const HOST_NAMES: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...`window self document location parent frames importScripts postMessage localStorage sessionStorage indexedDB
  XMLHttpRequest WebSocket Worker require module exports __dirname __filename arguments`.split(/\s+/),
]);
const isHostName = (name: string): boolean => HOST_NAMES.has(name) && !GLOBALS.has(name);

/** One place that is allowed although a rule speaks against it. */
export interface Allowance {
  /** Relative to the folder. */
  readonly file: string;
  /** The source text of the place. */
  readonly text: string;
  readonly why: string;
}

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly what: string;
}

/** Every breach in a folder of TypeScript files, and every allowance that nothing needs, one line each. */
export function hostAccesses(folder: string, allowed: readonly Allowance[] = []): string[] {
  const temporary = mkdtempSync(join(tmpdir(), 'host-access-'));
  const config = join(temporary, 'tsconfig.json');
  const include = [join(resolve(folder), '**/*.ts')];
  writeFileSync(config, JSON.stringify({ extends: resolve('tsconfig.json'), include, exclude: [] }));
  const api = new API({ cwd: process.cwd() });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`no project for ${folder}`);
    const findings = findingsOf(project, resolve(folder));
    const isAllowed =
      ({ file, text }: Finding) =>
      (one: Allowance) =>
        one.file === file && one.text === text;
    return [
      ...findings
        .filter((finding) => !allowed.some(isAllowed(finding)))
        .map(({ file, line, text, what }) => `${file}:${line} ${what}: ${text}`),
      ...allowed
        .filter((one) => !findings.some((finding) => isAllowed(finding)(one)))
        .map(({ file, text }) => `${file} needs no allowance for ${text}`),
    ];
  } finally {
    api.close();
    rmSync(temporary, { recursive: true });
  }
}

function findingsOf(project: Project, folder: string): Finding[] {
  const names = project.program.getSourceFileNames().filter((name) => name.startsWith(`${folder}/`));
  return names.flatMap((name) => {
    const file = project.program.getSourceFile(name);
    return file === undefined ? [] : findingsIn(project.checker, file, relative(folder, name), folder);
  });
}

function findingsIn(checker: Checker, file: SourceFile, name: string, folder: string): Finding[] {
  const found: Finding[] = [];
  const report = (node: Node, what: string): void => {
    const start = node.getStart(file);
    const line = file.text.slice(0, start).split('\n').length;
    found.push({ file: name, line, text: file.text.slice(start, node.end).replaceAll(/\s+/g, ' '), what });
  };
  const indexed: { readonly node: Node; readonly index: Node }[] = [];
  const globals: Node[] = [];
  const visit = (node: Node): void => {
    // A type is nothing at run time; what a class extends is.
    if (isTypeNode(node) && node.kind !== SyntaxKind.ExpressionWithTypeArguments) return;
    if (isElementAccessExpression(node)) indexed.push({ node, index: bare(node.argumentExpression) });
    else if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword)
      indexed.push({ node, index: bare(node.left) });
    else if (isPropertyAccessExpression(node) && WAYS_OUT.has(node.name.text)) report(node, 'a way out');
    else if (isMetaProperty(node)) report(node, 'import.meta');
    else if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
      const [path] = node.arguments;
      if (path === undefined || !isStringLiteral(path)) report(node, 'import of a computed name');
    } else if (isTaken(node) && WAYS_OUT.has((node.propertyName ?? node.name)?.getText(file) ?? ''))
      report(node, 'a way out');
    else if (isIdentifier(node) && isHostName(node.text) && isRead(node)) globals.push(node);
    node.forEachChild(visit);
  };
  visit(file);
  const types = indexed.length === 0 ? [] : checker.getTypeAtLocation(indexed.map(({ index }) => index));
  for (const [i, { node }] of indexed.entries())
    if (!isListed(checker, types[i])) report(node, 'a member by a computed name');
  for (const node of globals) {
    const places = declared(checker, node)?.declarations ?? [];
    if (!places.some(({ path }) => path.startsWith(`${folder}/`))) report(node, 'a name of the host');
  }
  return found;
}

/** An index without the casts around it: these say what its author believes. */
function bare(node: Node): Node {
  if (isAsExpression(node) || isParenthesizedExpression(node) || isNonNullExpression(node))
    return bare(node.expression);
  return node;
}

/** Whether an index is a number or a symbol, or one of the texts that the source itself lists. */
function isListed(checker: Checker, type: Type | undefined): boolean {
  if (type === undefined) return false;
  if (type.isTypeParameter()) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint !== undefined && isListed(checker, constraint);
  }
  if (type.isUnionType()) return type.getTypes().every((one) => isListed(checker, one));
  if (type.isStringLiteralType()) return !WAYS_OUT.has(type.value);
  return (type.flags & (TypeFlags.NumberLike | TypeFlags.ESSymbolLike | TypeFlags.Nullable)) !== 0;
}

/** Whether it takes a member out of an object: `const { name } = object`. */
const isTaken = (node: Node): node is BindingElement =>
  isBindingElement(node) && node.parent.kind === SyntaxKind.ObjectBindingPattern;

/** Whether an identifier is the name of a variable, and not of a member. */
function isRead(node: Node): boolean {
  const { parent } = node;
  if (isBindingElement(parent)) return parent.propertyName !== node;
  if (isShorthandPropertyAssignment(parent)) return true;
  return !('name' in parent && parent.name === node && isMember(parent));
}

const MEMBERS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.PropertySignature,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.MethodSignature,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
]);
const isMember = (node: Node): boolean => MEMBERS.has(node.kind);

const declared = (checker: Checker, node: Node): Declared | undefined =>
  isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
