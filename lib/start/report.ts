/** What a start says while it works: one line for each stage. */

const seconds = (since: number) => {
  const passed = (Date.now() - since) / 1000;
  return passed < 0.05 ? '' : ` (${passed < 10 ? passed.toFixed(1) : Math.round(passed)} s)`;
};

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

export interface StageOutcome<T> {
  /** What is worth saying about it, if anything. */
  readonly words: string;
  readonly result: T;
}

/**
 * Runs one stage, reports it and answers its result. With `waiting`, a line is printed at once, for stages
 * that take long.
 */
export async function stage<T>(
  title: string,
  work: () => Promise<StageOutcome<T>>,
  waiting?: string,
): Promise<T> {
  const started = Date.now();
  if (waiting !== undefined) say(`  … ${title}: ${waiting}`);
  try {
    const { words, result } = await work();
    say(`  ✓ ${title}${words === '' ? '' : `: ${words}`}${seconds(started)}`);
    return result;
  } catch (error) {
    say(`  ✗ ${title}`);
    throw error;
  }
}

/** The outcome of a stage of which nothing is to be said and nothing is needed. */
export const done: StageOutcome<undefined> = { words: '', result: undefined };
