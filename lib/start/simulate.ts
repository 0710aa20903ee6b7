/**
 * `npm run -s simulate -- FILE`: run a Python program in the simulator and print its execution table.
 * `npm run -s simulate -- --batch`: JSONL `{"id","src"}` in, JSONL `{"id","trace"}` (tests/conformance/FORMAT.md) or
 * `{"id","unsupported"}` out, in one process. Exit 2 for wrong usage, 1 where the program did not end normally.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { format1, type Limits, simulate } from '@/lib/simulator';
import { endingText, tableText } from './simulate-text';

/** As many steps as the recorder of the conformance traces allows, and what they need. */
const BATCH_LIMITS: Partial<Limits> = { steps: 20_000, instructions: 10_000_000 };

interface Job {
  readonly id?: unknown;
  readonly src: string;
}

/** The answer to one line of a batch. */
export function answer({ id, src }: Job): object {
  const trace = simulate(src, { limits: BATCH_LIMITS });
  const { ending } = trace;
  if (ending.type !== 'unsupported' && ending.type !== 'limit') return { id, trace: format1(trace) };
  const { line, column } = ending.span;
  const feature = ending.type === 'limit' ? `limit ${ending.limit}` : ending.feature;
  return { id, unsupported: { line, column, feature, message: ending.message } };
}

async function batch(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    if (!process.stdout.write(`${JSON.stringify(answer(JSON.parse(line) as Job))}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

function show(file: string): number {
  const trace = simulate(readFileSync(file === '-' ? 0 : file, 'utf8'));
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

process.exitCode = await main(process.argv.slice(2));
