/** How much a page moves under the eye while it loads. */
import type { Page } from '@playwright/test';

/** Sums up the shifts of the page that is loaded next. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const total = { shift: 0 };
    Object.assign(window, { seenShifts: total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) total.shift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has shifted since the page was loaded: the sum of Chromium's layout shift scores. */
export const shiftOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { seenShifts: { shift: number } }).seenShifts.shift);
