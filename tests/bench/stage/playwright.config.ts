import type { PlaywrightTestConfig } from '@playwright/test';
import base from '../../../playwright.config';

/** `npm run bench:stage`: what a step of the player costs, in the built app. */
const config: PlaywrightTestConfig = {
  ...base,
  testDir: '.',
  testMatch: 'step.bench.ts',
  globalSetup: '../../e2e/start-app.ts',
  outputDir: '../../../test-results',
  timeout: 300_000,
  workers: 1,
  projects: [
    {
      name: 'step',
      use: {
        viewport: { width: 1440, height: 900 },
        contextOptions: { reducedMotion: 'reduce' as const },
      },
    },
  ],
};

export default config;
