/**
 * `npm run -s simulate -- FILE`: run a Python program in the simulator and print its execution table.
 * `npm run -s simulate -- --batch`: JSONL `{"id","src"}` in, JSONL `{"id","trace"}` (tests/conformance/FORMAT.md) or
 * `{"id","unsupported"}` out, in one process; a line that is no such job gets `{"id","error"}`. Exit 2 for wrong usage and
 * for a file that cannot be read, 1 where the program did not end normally or a line of the batch was no job.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { format1, type Limits, simulate, type Trace } from '@/lib/simulator';
import { endingText, tableText } from './simulate-text';

/** As many steps as the recorder of the conformance traces allows, and what they need. */
const BATCH_LIMITS: Partial<Limits> = { steps: 20_000, instructions: 4_000_000 };

interface Job {
  readonly id: unknown;
  readonly src: string;
}

/** The job of a line; without `src` where the line is no object with one. */
function jobOf(line: string): { readonly id: unknown; readonly src?: string } {
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null) return { id: null };
    const { id = null, src } = read as { id?: unknown; src?: unknown };
    return typeof src === 'string' ? { id, src } : { id };
  } catch {
    return { id: null };
  }
}

/** Format 1 says every live object again at each event: so many of them are written at the most. */
const MOST_RECORDS = 4_000_000;

function recordsOf({ steps }: Trace): number {
  const live = new Set<number>();
  let records = 0;
  for (const { changed, freed } of steps) {
    for (const { id } of changed) live.add(id);
    for (const { id } of freed) live.delete(id);
    records += live.size;
  }
  return records;
}

/** Whether a name or an object of the trace has the value of `id()`: a number in format 1, another one in each run. */
const showsAddress = ({ steps }: Trace): boolean =>
  steps.some(({ frames, changed }) => JSON.stringify([frames, changed]).includes('"<address>"'));

/** The answer to one line of a batch. */
export function answer({ id, src }: Job): object {
  const trace = simulate(src, { limits: BATCH_LIMITS, recorded: true });
  const { ending } = trace;
  if (ending.type !== 'unsupported' && ending.type !== 'limit') {
    if (/\bid\b/.test(src) && showsAddress(trace)) {
      const message = 'The trace shows what id() gives, which differs from run to run.';
      return { id, unsupported: { line: 1, column: 0, feature: 'value of id()', message } };
    }
    if (recordsOf(trace) <= MOST_RECORDS) return { id, trace: format1(trace) };
    const message = 'The trace of the program is too large to be written whole.';
    return { id, unsupported: { line: 1, column: 0, feature: 'limit bytes', message } };
  }
  const { line, column } = ending.span;
  const feature = ending.type === 'limit' ? `limit ${ending.limit}` : ending.feature;
  return { id, unsupported: { line, column, feature, message: ending.message } };
}

async function batch(): Promise<number> {
  let code = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { id, src } = jobOf(line);
    if (src === undefined) code = 1;
    const reply =
      src === undefined ? { id, error: 'Not a JSON object with a string "src".' } : answer({ id, src });
    if (!process.stdout.write(`${JSON.stringify(reply)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return code;
}

/** The text of a file, or null where it cannot be read or is not UTF-8. A byte order mark is no part of it. */
function textOf(file: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    process.stderr.write(`Cannot read ${file}: ${(error as Error).message}\n`);
    return null;
  }
}

function show(file: string): number {
  const source = textOf(file);
  if (source === null) return 2;
  const trace = simulate(source);
  const name = file === '-' ? '<stdin>' : file;
  process.stdout.write(tableText(trace));
  process.stdout.write(endingText(trace, name));
  return trace.ending.type === 'finished' ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const [first] = args;
  if (first === undefined || args.length > 1) {
    process.stderr.write('usage: npm run -s simulate -- FILE | --batch\n');
    return 2;
  }
  return first === '--batch' ? batch() : show(first);
}

// A reader that has enough (`| head`) closes the pipe: nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
