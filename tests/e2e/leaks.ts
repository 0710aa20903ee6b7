/** Looks for what may not reach a browser before its time, in everything that it gets. */
import type { Page } from '@playwright/test';

export interface Body {
  readonly url: string;
  readonly text: string;
}

/**
 * Words that only a trace, a key, marks or the lesson's own explanations can bring: fields of their shapes, and
 * sentences that give an answer away. The program and the options themselves are on the page, so values as
 * `[10, 2, 3]` prove nothing; the table that says at which step they stand would.
 */
const telltales = [
  '"expected"',
  '"correct"',
  '"key"',
  '"scenes"',
  '"steps":[',
  '"trace"',
  '"countText"',
  '"holders"',
  '"freedBy"',
  '"explanation"',
  '"keyMoments"',
  '"conceptFlow"',
  '2 (shared)',
  'Freed at step',
  'is garbage collected',
  'refer to the same array, so each shows the change',
];

/** Beside those: fields of the keys of the other kinds. The steps that may be answered are on the page. */
export const keyFields = [
  ...telltales.filter((word) => word !== '"steps":['),
  '"solution"',
  '"drawing"',
  '"says"',
  '"right":',
  '"metAtFirst"',
  '"believes"',
  '"reason"',
  '"by":"rc"',
  '"by":"gc"',
  '"seed"',
  '"distractors"',
];

/** Every body that the browser gets, as text, until `stop` is called. */
export function recordBodies(page: Page): () => Promise<Body[]> {
  const bodies: Promise<Body>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    // Code of the app is the same for everybody: it holds field names, never an answer.
    if (/font|image|css|javascript/.test(type) || response.status() >= 300) return;
    bodies.push(
      response.text().then(
        (text) => ({ url: response.url(), text }),
        () => ({ url: response.url(), text: '' }),
      ),
    );
  });
  return () => Promise.all(bodies);
}

const unescaped = (text: string) => text.replaceAll('\\"', '"').replaceAll('&quot;', '"');

/** Which of the words are in which body. */
export function leaks(bodies: readonly Body[], words: readonly string[] = telltales): string[] {
  return bodies.flatMap(({ url, text }) =>
    words.filter((word) => unescaped(text).includes(word)).map((word) => `${url}: ${word}`),
  );
}
