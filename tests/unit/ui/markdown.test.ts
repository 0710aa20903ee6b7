/** Prompts, hints and explanations are Markdown of authors: nothing in it is run, whoever reads it. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Markdown } from '@/app/_components/ui/markdown';

const written = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));

it.each([
  '<script>alert(7)</script>',
  '<img src=x onerror=alert(7)>',
  '<svg onload=alert(7)>',
  '<a href="javascript:alert(7)">x</a>',
  'a <iframe src="//evil.example"></iframe> b',
])('raw HTML is no HTML: %s', (text) => {
  expect(written(text)).not.toMatch(/<(script|img|svg|iframe|a)\b/i);
});

it.each([
  '[x](javascript:alert(7))',
  '[x](JaVaScRiPt:alert(7))',
  '[x](java&#10;script:alert(7))',
  '[x](&#106;avascript:alert(7))',
  '[x](\u0001javascript:alert(7))',
  '[x](vbscript:x)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:alert(7))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '<javascript:alert(7)>',
  '[x][y]\n\n[y]: javascript:alert(7)',
  '[x](https://ok.example "onmouseover=alert(7)")',
  '[x](https://ok.example/"onmouseover="alert(7))',
])('an address runs nothing: %s', (text) => {
  const html = written(text);
  expect(html).not.toMatch(/(href|src)="\s*(java|vb|data)/i);
  expect(html).not.toMatch(/<[^>]*\son\w+=/i);
});

it('links and emphasis are there', () => {
  expect(written('a *b* [c](https://ok.example)')).toContain('<a href="https://ok.example">c</a>');
});
