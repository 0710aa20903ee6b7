import { describe, expect, test } from 'vitest';
import { fragmentOf, LONGEST, placeOf } from '@/app/_components/try/permalink';

const program = "import numpy as np\nA = np.array([1, 2, 3])\nprint('é ☃ \\n')\n";

describe('a link to a program and a step', () => {
  test.each([
    [program, 3],
    [program, null],
    ['', 0],
    ['x = 1\r\n\ty', 12],
  ])('%j at step %j comes back as it was', async (source, step) => {
    expect(await placeOf(await fragmentOf({ program: source, step }))).toEqual({ program: source, step });
  });

  test('needs no escaping in an address', async () => {
    expect(await fragmentOf({ program, step: 3 })).toMatch(/^#code=[\w-]+&step=3$/);
  });

  // Made by: python3 -c "import zlib,base64; c=zlib.compressobj(9,8,-15); b=c.compress(b'A = [1]\n')+c.flush(); print(base64.urlsafe_b64encode(b))"
  test('reads what another maker of DEFLATE wrote', async () => {
    expect(await placeOf('#code=c1SwVYg2jOUCAA&step=1')).toEqual({ program: 'A = [1]\n', step: 1 });
  });

  test.each([
    ['', 'no fragment'],
    ['#step=3', 'no program'],
    ['#code=%3Cscript%3E', 'no base64url'],
    ['#code=AAAA', 'no DEFLATE'],
    ['#code=c1SwVYg', 'cut short'],
  ])('%j is no program (%s)', async (fragment) => {
    expect(await placeOf(fragment)).toBeNull();
  });

  test('a step that is none is left out', async () => {
    const fragment = await fragmentOf({ program, step: null });
    expect(await placeOf(`${fragment}&step=-1`)).toEqual({ program, step: null });
    expect(await placeOf(`${fragment}&step=1e9`)).toEqual({ program, step: null });
  });

  test('what unpacks to more than a program may be is refused', async () => {
    const largest = 'x'.repeat(LONGEST);
    expect((await placeOf(await fragmentOf({ program: largest, step: null })))?.program).toBe(largest);
    expect(await placeOf(await fragmentOf({ program: `${largest}x`, step: null }))).toBeNull();
  });
});
