import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

const project = (name: string, more: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node' as const, ...more },
});

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside of Next the guard against browser bundles has nothing to guard.
      { find: /^server-only$/, replacement: `${root}tests/helpers/server-only.ts` },
    ],
  },
  test: {
    projects: [
      project('unit'),
      project('conformance'),
      project('property', { testTimeout: 120_000 }),
      project('integration', {
        testTimeout: 30_000,
        hookTimeout: 120_000,
        globalSetup: ['tests/helpers/database-server.ts'],
      }),
      // Measured by hand, no stage of the tests.
      project('bench', { testTimeout: 1_200_000, globalSetup: ['tests/helpers/database-server.ts'] }),
    ],
  },
});
