/**
 * `npm run -s simulate -- FILE`: run a Python program in the simulator and print its execution table.
 * `npm run -s simulate -- --batch`: JSONL `{"id","src"}` in, JSONL `{"id","trace"}` (tests/conformance/FORMAT.md) or
 * `{"id","unsupported"}` out, in one process and in the order of the lines; a line that is no such job gets
 * `{"id","line","error"}`. Exit 2 for wrong usage and for a file that cannot be read, 1 where the program did not end
 * normally or a line of the batch was no job.
 */
import { readFileSync } from 'node:fs';
import { simulate } from '@/lib/simulator';
import { batch } from './simulate-batch';
import { endingText, tableText } from './simulate-text';

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
