/** `npm run practice:check [-- COUNT [SEED]]`: generates practices, 10,000 by default, and prints what is wrong with them. */
import { faultsOf, requestsFrom } from './faults';

const [count = '10000', seed = '1'] = process.argv.slice(2);
let wrong = 0;
const started = performance.now();
for (const request of requestsFrom(Number(seed), Number(count))) {
  const faults = faultsOf(request);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) wrong += 1;
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${count} practices of seed ${seed}: ${wrong} with a fault, ${seconds} s`);
process.exitCode = wrong === 0 ? 0 : 1;
