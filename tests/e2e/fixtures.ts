import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** What a second theme, or another width, can break: the rest of a page is the same. */
export const rulesOfLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/**
 * Fails with the rule, the element and the reason of every violation of WCAG 2.2 A and AA on the page; of the
 * rules given alone, where some are.
 */
export async function expectNoViolations(page: Page, rules?: string[]): Promise<void> {
  // A page that is led to from another has its title a moment after its content.
  await expect.poll(() => page.title(), { message: `${page.url()} has no title` }).not.toBe('');
  // What fades in has its own colours at the end of it. What is out of sight may not run: it is not waited for.
  await page
    .waitForFunction(
      () =>
        document
          .getAnimations()
          .every(
            ({ playState, effect }) =>
              playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
          ),
      undefined,
      { timeout: 2000 },
    )
    .catch(() => undefined);
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules === undefined
    ? builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    : builder.withRules(rules)
  ).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  expect(found).toEqual([]);
}

/**
 * The `test` of all specs. A page that throws, or that logs an error, fails its test, whatever was looked at.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`.trim());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
