import { checkImports } from './check-imports';
import { type CommandOptions, runNodeTool } from './command';
import { failedOne, type Outcome, passedOne } from './outcome';
import { runPlaywright } from './playwright-stage';
import { runVitest } from './vitest-stage';

export interface Stage {
  readonly name: string;
  run(options: CommandOptions): Promise<Outcome>;
}

/** A check that passes as a whole or fails as a whole: its commands must all end well. */
const check = (name: string, ...commands: readonly (readonly [string, ...string[]])[]): Stage => ({
  name,
  run: async (options) => {
    for (const [script, ...words] of commands) {
      if ((await runNodeTool(script, words, options)) !== 0) return failedOne();
    }
    return passedOne;
  },
});

const tests = (name: string): Stage => ({ name, run: (options) => runVitest(name, options) });

/** Everything that `npm test` does, in this order: what fails fastest comes first. */
export const stages: readonly Stage[] = [
  // Next writes the types of its routes before the compiler can check who uses them.
  check('types', ['next/dist/bin/next', 'typegen'], ['typescript/bin/tsc', '--noEmit']),
  check('lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  { name: 'imports', run: (options) => checkImports(options.root) },
  check('unused', ['knip/bin/knip.js', '--no-progress']),
  tests('unit'),
  tests('conformance'),
  tests('property'),
  tests('integration'),
  { name: 'e2e', run: runPlaywright },
];
