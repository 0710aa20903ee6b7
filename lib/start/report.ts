/** What a start says while it works: one line for each stage. */

const seconds = (since: number) => {
  const passed = (Date.now() - since) / 1000;
  return passed < 0.05 ? '' : ` (${passed < 10 ? passed.toFixed(1) : Math.round(passed)} s)`;
};

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one stage and reports it. `work` answers what is worth saying about its result.
 * With `waiting`, a line is printed at once, for stages that take long.
 */
export async function stage(
  title: string,
  work: () => Promise<string | undefined>,
  waiting?: string,
): Promise<void> {
  const started = Date.now();
  if (waiting !== undefined) say(`  … ${title}: ${waiting}`);
  try {
    const result = await work();
    say(`  ✓ ${title}${result === undefined || result === '' ? '' : `: ${result}`}${seconds(started)}`);
  } catch (error) {
    say(`  ✗ ${title}`);
    throw error;
  }
}
