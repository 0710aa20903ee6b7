/** Which part of the code may import which: docs/architecture.md in a form that a machine can hold. */
export const layers = {
  common: [],
  simulator: [],
  exercises: ['common', 'simulator'],
  grading: ['common', 'simulator', 'exercises'],
  db: ['common'],
  auth: ['common', 'db'],
  classroom: ['common', 'simulator', 'exercises', 'grading', 'db', 'auth'],
  web: ['common', 'db', 'auth'],
  // The commands stand with the start: `simulate`, `demo:remove`, `account:password`.
  start: ['common', 'simulator', 'db', 'auth', 'prisma'],
  prisma: ['common', 'simulator', 'exercises', 'grading', 'db', 'auth', 'classroom'],
  app: ['common', 'simulator', 'exercises', 'grading', 'db', 'auth', 'classroom', 'web'],
  tests: [
    'common',
    'simulator',
    'exercises',
    'grading',
    'db',
    'auth',
    'classroom',
    'web',
    'start',
    'prisma',
    'app',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Layer = keyof typeof layers;

const isLayer = (name: string): name is Layer => name in layers;

/** The layer of a file: the folder in lib, or the top folder. Undefined for a place that has no rule yet. */
export function layerOf(path: string): Layer | undefined {
  const parts = path.split('/');
  const name = parts[0] === 'lib' ? parts[1] : parts[0];
  return name !== undefined && isLayer(name) ? name : undefined;
}

/** Whether a file of one layer may import a file of another. */
export const mayImport = (from: Layer, to: Layer): boolean =>
  from === to || (layers[from] as readonly string[]).includes(to);
