import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { lesson } from '../../e2e/accounts';
import { exercises } from '../../e2e/exercises';
import { test } from '../../e2e/fixtures';
import { scriptBytes } from '../../e2e/script-bytes';
import { categories, type Tasks, tasksOf } from './trace';

const pages = {
  home: '/',
  'concept flow': `${lesson}/concept-flow`,
  watch: `${lesson}/watch?step=3`,
  quiz: `${lesson}/quiz`,
  'try it': `${lesson}/try`,
  exercise: exercises['trace-table'],
  playground: '/playground',
};
const LOADS = 5;

interface Load extends Tasks {
  readonly largestPaint: number;
}

/** Milliseconds from the navigation to the largest paint so far. */
const largestPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (value: number) => `${value.toFixed(0)} ms`;

for (const [name, address] of Object.entries(pages)) {
  test(name, async ({ browser }) => {
    const loads: Load[] = [];
    let bytes = 0;
    // The first load fills the server's caches and is not counted; each has a browser cache of its own.
    for (let n = 0; n <= LOADS; n += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await browser.startTracing(page, { categories });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const load = { ...tasksOf(await browser.stopTracing()), largestPaint: await largestPaint(page) };
      if (n > 0) loads.push(load);
      bytes = await scriptBytes(page);
      await context.close();
    }
    const of = (part: keyof Load) => loads.map((load) => load[part]);
    console.log(
      [
        `${name}: script ${(bytes / 1000).toFixed(1)} kB gzip`,
        `LCP ${ms(middle(of('largestPaint')))} (best ${ms(Math.min(...of('largestPaint')))})`,
        `blocking ${ms(middle(of('blocking')))}, by processor time ${ms(middle(of('blockingCpu')))}`,
        `main thread ${ms(middle(of('cpu')))} of processor time`,
        `machine's load ${loadavg()[0]?.toFixed(1)}`,
      ].join(' · '),
    );
  });
}
