/** The limit on recursion is CPython's own; under the recorder of the conformance traces it is the recorder's. */
import { describe, expect, it } from 'vitest';
import { type SimulateOptions, simulate } from '@/lib/simulator';

const printed = (source: string, options: SimulateOptions = {}): string =>
  simulate(source, options)
    .steps.map(({ out }) => out)
    .join('');

const WITHOUT_STEPS = 'def f(n):\n    return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError as e:\n';

describe('the limit on recursion', () => {
  it('counts as CPython does: 999 calls above the module', () => {
    const source = `import sys\n${WITHOUT_STEPS}    print(sys.getrefcount(f) - 2, e)\n`;
    expect(printed(source)).toBe('999 maximum recursion depth exceeded\n');
  });

  it('is three levels wider for a recorded function without steps, as the recorder leaves it', () => {
    const source = `import sys\n${WITHOUT_STEPS}    print(sys.getrefcount(f) - 2, e)\n`;
    expect(printed(source, { recorded: true })).toBe('1002 maximum recursion depth exceeded\n');
  });

  it('can be read and changed', () => {
    const source =
      'import sys\nprint(sys.getrecursionlimit())\nsys.setrecursionlimit(50)\ndef f(n):\n    return 0 if n == 0 else f(n - 1)\nprint(f(48))\ntry:\n    f(49)\nexcept RecursionError as e:\n    print(e)\ntry:\n    sys.setrecursionlimit(0)\nexcept ValueError as e:\n    print(e)\n';
    expect(printed(source)).toBe(
      '1000\n0\nmaximum recursion depth exceeded\nrecursion limit must be greater or equal than 1\n',
    );
  });

  it('cannot be raised beyond what the simulator runs', () => {
    const source = 'import sys\nsys.setrecursionlimit(10**6)\ndef f(n):\n    return f(n + 1)\nf(0)\n';
    expect(simulate(source).ending).toMatchObject({ type: 'limit' });
  });
});
