import type { PlaywrightTestConfig } from '@playwright/test';
import base from '../../playwright.config';

/** `npm run screenshots`: the pictures of the README, light and dark, from the built app. */
const config: PlaywrightTestConfig = {
  ...base,
  testDir: '.',
  globalSetup: '../e2e/start-app.ts',
  outputDir: '../../test-results',
  // The names of the tests' own projects: each has students of its own.
  projects: (['light-1440', 'dark-390'] as const).map((name) => ({
    name,
    use: {
      colorScheme: name === 'light-1440' ? ('light' as const) : ('dark' as const),
      viewport: { width: 1440, height: 900 },
      contextOptions: { reducedMotion: 'reduce' as const },
    },
  })),
};

export default config;
