import { describe, expect, it } from 'vitest';
import { findBreaches } from '../../run/imports/check';

const check = (files: Record<string, string>) => findBreaches(new Map(Object.entries(files)));

const simulator = { 'lib/simulator/index.ts': 'export const simulate = 1;' };

describe('the import rules', () => {
  it('find nothing in code that keeps them', () => {
    expect(
      check({
        ...simulator,
        'lib/common/errors.ts': 'export const a = 1;',
        'lib/exercises/schema.ts': "import { simulate } from '@/lib/simulator';\nexport const b = simulate;",
        'lib/grading/mark.ts':
          "import { b } from '@/lib/exercises/schema';\nimport './cell';\nexport const c = b;",
        'lib/grading/cell.ts': "import { a } from '@/lib/common/errors';\nexport const d = a;",
        'lib/classroom/rules.ts':
          "import { z } from 'zod';\nimport { c } from '@/lib/grading/mark';\nexport const e = [z, c];",
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a layer that imports a higher one',
      'lib/grading/a.ts',
      "import '@/lib/classroom/b';",
      /grading may not import classroom/,
    ],
    [
      'a type of a higher layer',
      'lib/db/a.ts',
      "import type { B } from '@/lib/auth/b';",
      /db may not import auth/,
    ],
    [
      'a re-export of a higher layer',
      'lib/exercises/a.ts',
      "export * from '@/lib/grading/b';",
      /exercises may not import grading/,
    ],
    [
      'an import() of a higher layer',
      'lib/auth/a.ts',
      "await import('@/lib/classroom/b');",
      /auth may not import classroom/,
    ],
    [
      'a type by import()',
      'lib/auth/a.ts',
      "export type T = import('@/lib/classroom/b').T;",
      /auth may not import classroom/,
    ],
    ['lib that imports app', 'lib/web/a.ts', "import '@/app/page';", /web may not import app/],
    ['code that imports tests', 'app/a.ts', "import '@/tests/helpers/b';", /app may not import tests/],
    ['the simulator with a package', 'lib/simulator/a.ts', "import { z } from 'zod';", /imports no package/],
    ['the simulator with Node', 'lib/simulator/a.ts', "import 'node:fs';", /imports no package/],
    [
      'the simulator with common',
      'lib/simulator/a.ts',
      "import '@/lib/common/errors';",
      /simulator may not import common/,
    ],
    ['a side door of the simulator', 'app/a.tsx', "import '@/lib/simulator/memory/heap';", /entered by/],
    ['grading with the loader', 'lib/grading/a.ts', "import '@/lib/exercises/loader';", /never the loader/],
    [
      'a page with the database',
      'app/a.tsx',
      "import { db } from '@/lib/db/client';",
      /only auth, queries and commands/,
    ],
    [
      'web with Prisma',
      'lib/web/a.ts',
      "import { Prisma } from '@prisma/client';",
      /only auth, queries and commands/,
    ],
    ['rules with a package', 'lib/classroom/rules.ts', "import pino from 'pino';", /rules.ts is pure/],
    ['a policy with queries', 'lib/auth/policy.ts', "import { a } from './queries';", /policy.ts is pure/],
    ['an alias inside a folder', 'lib/auth/a.ts', "import '@/lib/auth/b';", /paths are relative/],
    ['a relative path between folders', 'lib/auth/a.ts', "import '../db/b';", /paths begin with @/],
    ['an ending', 'lib/auth/a.ts', "import './b.ts';", /carry no ending/],
    ['a folder without a rule', 'lib/auth/a.ts', "import '@/lib/elsewhere/b';", /no rule/],
    ['a clock in the simulator', 'lib/simulator/a.ts', 'export const a = Date.now();', /no clock/],
    ['the environment', 'lib/web/a.ts', `export const a = process.${'env'}.PORT;`, /reads the environment/],
    ['queries that a browser could get', 'lib/classroom/queries.ts', 'export const a = 1;', /server-only/],
  ])('catch %s', (_what, path, text, message) => {
    const breaches = check({ ...simulator, [path]: text });
    expect(breaches).toEqual([expect.stringMatching(message)]);
    expect(breaches[0]).toContain(path);
  });

  it('catch a cycle, through types as well', () => {
    const breaches = check({
      'lib/common/a.ts': "import { b } from './b';\nexport const a = b;",
      'lib/common/b.ts': "import type { C } from './c';\nexport const b: C = 1;",
      'lib/common/c.ts': "import { a } from './a';\nexport type C = typeof a;",
      'lib/common/d.ts': "import './a';",
    });
    expect(breaches).toEqual(['import cycle: lib/common/a.ts → lib/common/b.ts → lib/common/c.ts']);
  });

  it('do not take words in comments for code', () => {
    expect(
      check({ 'lib/simulator/a.ts': `// Date.now() and process.${'env'}\nexport const a = 1;` }),
    ).toEqual([]);
  });
});
