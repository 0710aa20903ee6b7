import { describe, expect, it } from 'vitest';
import { drawValues } from '@/lib/exercises/templates/draw';
import { evaluate } from '@/lib/exercises/templates/expression';
import { fillText, showDrawn } from '@/lib/exercises/templates/fill';
import { parametersSchema, waysToDraw } from '@/lib/exercises/templates/parameters';
import { faultsOf, variantFrom } from './kinds/make';

const seeds = Array.from({ length: 300 }, (_, seed) => seed);
const values = new Map<string, number | string | readonly number[]>([
  ['n', 7],
  ['a', 'A'],
  ['xs', [4, 1, 9]],
  ['two', 'p\nq'],
]);

describe('a placeholder', () => {
  it.each([
    ['n', '7'],
    ['n + 1', '8'],
    ['2 * (n - 3)', '8'],
    ['-n // 2', '-4'],
    ['-n % 3', '2'],
    ['xs', '4, 1, 9'],
    ['xs[0]', '4'],
    ['xs[-1] + xs[n - 6]', '10'],
    ['len(xs)', '3'],
    ['a', 'A'],
  ])('{{%s}} is %s', (text, shown) => {
    expect(showDrawn(evaluate(text, values))).toBe(shown);
  });
  it.each(['m', 'n +', 'a + 1', 'xs[3]', 'n / 2', '1 // 0', '', 'n n', 'constructor', '__proto__'])(
    '{{%s}} is refused',
    (text) => {
      expect(() => evaluate(text, values)).toThrow();
    },
  );
  it('of several lines keeps the indentation of its line', () => {
    expect(fillText('def f():\n    {{two}}\n', values)).toBe('def f():\n    p\n    q\n');
  });
  it('leaves braces of Python alone', () => {
    expect(fillText('d = {"k": {{n}}}', values)).toBe('d = {"k": 7}');
  });
});

describe('parameters', () => {
  const parameters = parametersSchema.parse({
    'a, b': { distinct: ['A', 'B', 'C'] },
    n: { whole: [1, 4], except: [2] },
    xs: { wholes: [1, 9], length: [2, 3], sorted: true },
    'x, y': {
      oneOf: [
        [1, 'one'],
        [2, 'two {{a}}'],
      ],
    },
    lines: { order: ['del {{a}}', 'del {{b}}'] },
  });
  const drawn = seeds.map((seed) => drawValues(parameters, seed, 0));
  it('are within their bounds, different where they must be, and each value occurs', () => {
    for (const one of drawn) {
      expect(one.get('a')).not.toBe(one.get('b'));
      const xs = one.get('xs') as readonly number[];
      expect(new Set(xs).size).toBe(xs.length);
      expect([...xs].sort((p, q) => p - q)).toEqual(xs);
      expect(one.get('y')).toBe(one.get('x') === 1 ? 'one' : `two ${String(one.get('a'))}`);
    }
    expect(new Set(drawn.map((one) => one.get('n')))).toEqual(new Set([1, 3, 4]));
    expect(new Set(drawn.map((one) => one.get('lines'))).size).toBe(6);
  });
  it('do not depend on the order in which they stand, and may not use each other', () => {
    const turned = Object.fromEntries(Object.entries(parameters).reverse());
    expect(new Map([...drawValues(turned, 5, 0)].sort())).toEqual(new Map([...(drawn[5] ?? [])].sort()));
    const circle = parametersSchema.parse({
      p: { oneOf: ['{{q}}', '{{q}}'] },
      q: { oneOf: ['{{p}}', '{{p}}'] },
    });
    expect(() => drawValues(circle, 1, 0)).toThrow('There is no parameter');
  });
  it('are the same for the same seed, and others for another try', () => {
    expect(drawValues(parameters, 5, 0)).toEqual(drawn[5]);
    expect(seeds.some((seed) => drawValues(parameters, seed, 1).get('xs') !== drawn[seed]?.get('xs'))).toBe(
      true,
    );
  });
  it('say in how many ways they can be drawn', () => {
    // 3·2 names, 3 numbers, 36 + 84 sorted rows, 2 pairs, 2 orders.
    expect(waysToDraw(parameters)).toBe(6 * 3 * (36 + 84) * 2 * 2);
  });
});

describe('a variant', () => {
  const own = {
    kind: 'choice',
    parameters: { a: { oneOf: ['p', 'q'] }, n: { whole: [0, 3] }, s: { whole: [1, 2] } },
    prompt: 'After step {{s}}, what is `{{a}}`?',
    ask: { value: '{{a}}', step: '{{s}}' },
    options: ['{{n}}', '{{n + 1}}', '{{n * 2}}'],
  };
  const snippet = '{{a}} = {{n}}\n{{a}} = {{a}} + 1\n';
  it('is filled everywhere, numbers as numbers, and redrawn where its options are the same', () => {
    for (const seed of seeds.slice(0, 60)) {
      const made = variantFrom(own, snippet, seed);
      if (made.status === 'refused') throw new Error(JSON.stringify(made.faults));
      // With n = 0 and n = 1 two of the options are equal.
      expect(made.snippet).toMatch(/^([pq]) = [23]\n\1 = \1 \+ 1\n$/);
      expect(made.exercise.prompt).not.toContain('{{');
    }
  });
  it('is refused where no drawing is good, with the reason', () => {
    const [fault] = faultsOf({ ...own, options: ['{{n + 1}}', '{{n + 1}}'] }, snippet);
    expect(fault).toMatch(/^The option "\d" is there twice\.$/);
    expect(faultsOf({ ...own, prompt: '{{z}}' }, snippet)).toEqual(['There is no parameter "z".']);
    expect(faultsOf(own, '{{z}} = 1\n')).toEqual(['snippet.py: There is no parameter "z".']);
  });
});
