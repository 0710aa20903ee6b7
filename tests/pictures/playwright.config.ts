import type { PlaywrightTestConfig } from '@playwright/test';
import base from '../../playwright.config';

/** `npm run screenshots`: the pictures of the README, light and dark, from the built app. */
const config: PlaywrightTestConfig = {
  ...base,
  testDir: '.',
  globalSetup: '../e2e/start-app.ts',
  outputDir: '../../test-results',
  projects: (['light', 'dark'] as const).map((colorScheme) => ({
    // The names of the tests' own projects: each has students of its own.
    name: `${colorScheme}-1440`,
    use: {
      colorScheme,
      viewport: { width: 1440, height: 900 },
      contextOptions: { reducedMotion: 'reduce' as const },
    },
  })),
};

export default config;
