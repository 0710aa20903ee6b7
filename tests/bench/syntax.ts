/**
 * Times the parser: the seed lesson's snippet, warm, and one wrong program.
 * Run: npx esbuild tests/bench/syntax.ts --bundle --platform=node --format=esm | node --input-type=module
 */
import { parse } from '../../lib/simulator/syntax';
import { normalise } from '../../lib/simulator/syntax/lexer';
import { Parser } from '../../lib/simulator/syntax/parse-statement';

const SEED = 'import numpy as np\nA = np.array([1, 2, 3])\nB = A\nB[0] = 10\ndel A\ndel B';
const WRONG = 'import numpy as np\nA = np.array([1, 2 3])\nB = A\n';

/** The best of several rounds, in microseconds a run. */
function best(run: () => void, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 30; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < runs; i++) run();
    least = Math.min(least, Number(process.hrtime.bigint() - start) / runs / 1000);
  }
  return least;
}

function refused(): void {
  try {
    parse(WRONG);
  } catch {
    return;
  }
  throw new Error('the wrong program was accepted');
}

const microseconds = (value: number) => `${value.toFixed(2)} µs`;
console.log('lex and parse', microseconds(best(() => new Parser(normalise(SEED)).file(), 20_000)));
console.log('with symbols and checks', microseconds(best(() => parse(SEED), 20_000)));
console.log('report an error', microseconds(best(refused, 200)));
