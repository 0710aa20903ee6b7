/** What programs print under plain CPython, where nobody holds weak references to their arrays. */
import { expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';
import recorded from './plain.json' with { type: 'json' };

it.each(recorded as { src: string; out: string }[])('prints the same: $src', ({ src, out }) => {
  const { ending, steps } = simulate(src);
  expect(ending).toEqual({ type: 'finished' });
  expect(steps.map((step) => step.out).join('')).toBe(out);
});

it('refuses to resize where a tracer holds a weak reference to what it has shown', () => {
  const source = 'import numpy as np\nb = np.arange(4)\nb.resize(6)\n';
  expect(simulate(source).ending.type).toBe('finished');
  expect(simulate(source, { recorded: true }).ending).toMatchObject({
    type: 'unsupported',
    feature: 'numpy.ndarray.resize',
    span: { line: 3 },
  });
});
