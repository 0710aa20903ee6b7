import type { PlaywrightTestConfig } from '@playwright/test';
import base from '../../../playwright.config';

/** `npm run bench:pages`: what the first load of a page costs, in the built app. */
const config: PlaywrightTestConfig = {
  ...base,
  testDir: '.',
  testMatch: 'load.bench.ts',
  globalSetup: '../../e2e/start-app.ts',
  outputDir: '../../../test-results',
  timeout: 300_000,
  workers: 1,
  projects: [{ name: 'load', use: { viewport: { width: 1440, height: 900 } } }],
};

export default config;
