import { defineConfig } from '@playwright/test';
import { env } from './lib/common/env';
import { chromiumFlags, presentChromium } from './tests/run/chromium';

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const executablePath = presentChromium();
const baseURL = env().E2E_BASE_URL;

/**
 * Every flow runs in both themes and both widths, in two projects; pages.once.spec.ts looks at every page in both
 * themes at five widths. Specs that are about the server rather than the look run once: `*.once.spec.ts`.
 */
const once = /\.once\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/start-app.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: 'list',
  use: {
    ...(baseURL === undefined ? {} : { baseURL }),
    browserName: 'chromium',
    launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: chromiumFlags },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'light-1440', use: { colorScheme: 'light', viewport: wide } },
    { name: 'dark-390', testIgnore: once, use: { colorScheme: 'dark', viewport: narrow, hasTouch: true } },
  ],
});
