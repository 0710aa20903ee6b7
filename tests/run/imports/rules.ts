import type { Edge } from './graph';
import { layerOf, mayImport } from './layers';
import type { SourceFile } from './source-file';

/** A rule about one import: answers the sentence that is broken, or undefined. */
export type EdgeRule = (edge: Edge) => string | undefined;

/** A rule about the text of one file. */
export type FileRule = (file: SourceFile) => string | undefined;

const isTest = (path: string) => path.startsWith('tests/');
const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const touchesPrisma = (path: string) =>
  /^lib\/(db|auth)\//.test(path) ||
  /\/(queries|commands)(\/|\.ts$)/.test(path) ||
  /^(prisma|tests|lib\/start)\//.test(path);
/** The second loads the simulator in parts; the others lead to the misconception machines, and to their names alone. */
const simulatorDoors: ReadonlySet<string> = new Set([
  'lib/simulator/index.ts',
  'lib/simulator/browser.ts',
  'lib/simulator/misconceptions/index.ts',
  'lib/simulator/misconceptions/ids.ts',
]);
const isMachine = (path: string) => path.startsWith('lib/simulator/misconceptions/');
/** Packages that compute and do nothing else: no clock, no files, no network. */
const purePackages: ReadonlySet<string> = new Set(['zod', 'ts-fsrs']);
const isPureByName = (path: string) => /^lib\/.*\/(rules|policy)\.ts$/.test(path);

export const edgeRules: readonly EdgeRule[] = [
  ({ from, to }) => {
    if (to === undefined) return undefined;
    const [source, target] = [layerOf(from), layerOf(to)];
    if (source === undefined) return undefined;
    if (target === undefined)
      return to.includes('/') ? 'there is no rule for the folder that this leads to' : undefined;
    return mayImport(source, target) ? undefined : `${source} may not import ${target}`;
  },
  ({ from, to, specifier }) =>
    layerOf(from) === 'simulator' && to === undefined
      ? `the simulator imports no package and nothing of Node, and this is ${specifier}`
      : undefined,
  ({ from, to }) =>
    to?.startsWith('lib/simulator/') &&
    !from.startsWith('lib/simulator/') &&
    !isTest(from) &&
    !simulatorDoors.has(to)
      ? 'the simulator is entered by lib/simulator/index.ts, in a browser by lib/simulator/browser.ts'
      : undefined,
  ({ from, to }) =>
    to !== undefined && isMachine(to) && !isMachine(from) && layerOf(from) === 'simulator'
      ? 'the true simulator knows nothing of the machines that bend it'
      : undefined,
  ({ from, to }) =>
    layerOf(from) === 'grading' && to !== undefined && /^lib\/exercises\/.*load/.test(to)
      ? 'grading sees the schema of exercises, never the loader'
      : undefined,
  ({ from, to, specifier }) =>
    (to?.startsWith('lib/db/client') ||
      to?.startsWith('lib/db/generated') ||
      specifier.startsWith('@prisma/')) &&
    !touchesPrisma(from) &&
    from !== 'prisma.config.ts'
      ? 'only auth, queries and commands touch the database client'
      : undefined,
  ({ from, to, specifier, typeOnly }) => {
    if (!isPureByName(from) || typeOnly) return undefined;
    if (to === undefined)
      return purePackages.has(specifier) ? undefined : `${fileName(from)} is pure, and this is ${specifier}`;
    const impure = /^lib\/(db|web)\//.test(to) || /\/(queries|commands|session)(\/|\.ts$|$)/.test(to);
    return impure ? `${fileName(from)} is pure, and this is not` : undefined;
  },
  ({ from, to, specifier }) => {
    if (to === undefined || layerOf(from) === undefined) return undefined;
    const same = layerOf(from) === layerOf(to);
    if (same && specifier.startsWith('@/') && from.startsWith('lib/'))
      return 'inside one folder of lib, paths are relative';
    if (!same && specifier.startsWith('.') && !isTest(from)) return 'between folders, paths begin with @/';
    return undefined;
  },
  ({ from, to, specifier, asFile }) =>
    to !== undefined && asFile !== true && !from.endsWith('.mjs') && /\.(ts|tsx)$/.test(specifier)
      ? 'imports carry no ending'
      : undefined,
];

/** What would make the simulator's traces differ from one run to the next, or reach outside. */
const impureWords =
  /(?<![.\w])(new Date|Date\.|Math\.random|performance\.|process\.|setTimeout|setInterval|fetch\((?![^)]*\)\s*[:{])|globalThis|crypto\.|eval\(|new Function)/;

export const fileRules: readonly FileRule[] = [
  ({ path, code }) => {
    const found = path.startsWith('lib/simulator/') ? impureWords.exec(code)?.[0] : undefined;
    return found === undefined
      ? undefined
      : `the simulator has no clock, no chance and no outside, and here is "${found}"`;
  },
  ({ path, code }) =>
    /^(lib|app|prisma|tests)\/.*\.tsx?$/.test(path) &&
    path !== 'lib/common/env.ts' &&
    /\bprocess\.env\b/.test(code)
      ? 'only lib/common/env.ts reads the environment'
      : undefined,
  ({ path, imports }) =>
    /^lib\/.*\/(queries|commands)\.ts$/.test(path) &&
    !imports.some(({ specifier }) => specifier === 'server-only')
      ? `${fileName(path)} must import server-only`
      : undefined,
];
