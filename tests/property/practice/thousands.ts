import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultsOf, requestsFrom } from './faults';

/** Files that make the practices, so that two workers share them; practices of all of them. */
const files = 2;
const all = 10_000;
/** Practices of one test: between tests a worker reports, and says that it is alive. */
const batch = 500;

/** Makes this file's share of 10,000 practices, of a seed that is another each time and stands in the tests' names. */
export function makeThousands(): void {
  const seed = randomInt(2 ** 31 - 1);
  const requests = requestsFrom(seed, all / files);
  const batches = Array.from({ length: requests.length / batch }, (_, index) => index * batch);
  describe(`${requests.length} practices of seed ${seed} run, are not degenerate, and their options differ`, () => {
    it.each(batches)(`${batch} from %i on`, (from) => {
      expect(requests.slice(from, from + batch).flatMap(faultsOf)).toEqual([]);
    });
  });
}
