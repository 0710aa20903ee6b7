import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('app/_styles/tokens.css', 'utf8');

/** Both values of every token that is a plain colour. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const hues = [1, 2, 3, 4, 5, 6];
const grades = ['ok', 'no', 'carry'];

/** Text and what it stands on. */
const texts = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) =>
    ['paper', 'surface', 'sunken', 'raised', 'hover'].map((on) => [ink, on]),
  ),
  ...['ink', 'now-ink', 'ink-2'].map((ink) => [ink, 'now-tint']),
  ['on-ink', 'ink'],
  ...hues.flatMap((n) => [`o${n}-tint`, 'surface', 'sunken'].map((on) => [`o${n}`, on])),
  ...hues.map((n) => ['ink', `o${n}-tint`]),
  ...grades.flatMap((grade) => [`${grade}-tint`, 'surface'].map((on) => [grade, on])),
  ...grades.map((grade) => ['ink', `${grade}-tint`]),
  ...[0, 1, 2, 3, 4].map((n) => [`h${n}-ink`, `h${n}`]),
];
/** Borders of controls, focus rings, arrows. */
const shapes = [
  ...['paper', 'surface', 'sunken'].flatMap((on) => [
    ['control', on],
    ['focus', on],
  ]),
  ...hues.map((n) => [`o${n}`, 'surface']),
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const value = (name = '') => {
    const token = tokens.get(name);
    if (!token) throw new Error(`there is no token ${name}`);
    return token[theme];
  };
  test.each(texts)('text %s on %s has at least 4.5 : 1', (ink, on) => {
    expect(contrast(value(ink), value(on))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapes)('%s on %s has at least 3 : 1', (shape, on) => {
    expect(contrast(value(shape), value(on))).toBeGreaterThanOrEqual(3);
  });
});
