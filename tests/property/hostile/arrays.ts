/** Calls on large arrays that a sweep found slow, each made until a limit ends it. One line each: what is set up, the call. */
export const CALLS: readonly (readonly [string, string])[] = [
  ['big = np.arange(10**6)', 'np.uint16(big)'],
  ['big = np.arange(10**6)', 'np.cdouble(big.reshape(1000, 1000))'],
  ['big = np.arange(10**6)', 'np.str_(big)'],
  ['view = np.arange(10**6)[::-3]', 'np.str_(view)'],
  ['c = np.ones(10**5, dtype=complex)', 'np.ubyte(c)'],
  ['rows = [[1] * 1000] * 1000', 'np.int32(rows)'],
  ['big = np.arange(10**6)', "np.stack(big, 'f8')"],
  ['view = np.arange(10**6)[::-3]', 'np.dstack(view, dtype=object)'],
  ['view = np.arange(10**6)[::-3]', 'np.vstack(view)'],
  ['big = np.arange(10**6)', 'big.reshape(1000, 1000).argmax()'],
  ['big = np.arange(10**6)', 'sum(big)'],
  ['big = np.arange(10**6)', 'big ** big'],
  ['view = np.arange(10**6)[::-3]', 'np.gcd(view, -1)'],
  ['big = np.arange(10**6)', 'np.lcm(big, 7)'],
  ['n = 10**9', 'list(np.ndindex(n, n))'],
];
