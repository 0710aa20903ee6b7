/** `npx tsx tests/conformance/report.ts [--write]`: what differs and what is refused; `--write` renews the ledger. */
import { writeFileSync } from 'node:fs';
import { type Outcome, outcomeOf } from './outcome';
import { programs, SETS } from './programs';

const refused: { id: string; feature: string; reason: string }[] = [];
const counts = { equal: 0, refused: 0, differs: 0 };
for (const set of SETS)
  for (const program of programs(set)) {
    let outcome: Outcome;
    try {
      outcome = outcomeOf(program);
    } catch (error) {
      const { stack } = error as Error;
      outcome = { type: 'differs', text: `CRASH ${stack?.split('\n').slice(0, 4).join(' | ')}` };
    }
    counts[outcome.type]++;
    if (outcome.type === 'differs') console.log(`${program.id}\t${outcome.text}`);
    if (outcome.type === 'refused') {
      refused.push({ id: program.id, feature: outcome.feature, reason: outcome.message });
      console.log(`${program.id}\tREFUSED ${outcome.feature}: ${outcome.message}`);
    }
  }
console.log(JSON.stringify(counts));
if (process.argv.includes('--write'))
  writeFileSync(new URL('refused.json', import.meta.url), `${JSON.stringify(refused, null, 2)}\n`);
