/**
 * Many programs in one process: a job a line in, an answer a line out, in the order of the lines. Nothing of a line stays
 * behind, so that a batch may be as long as it likes; a line that is no job is answered, too, and the next one goes on.
 */
import { format1, type Limits, type ObjectRecord, simulate, type Trace } from '@/lib/simulator';

/** As many steps as the recorder of the conformance traces allows, and what they need. */
const BATCH_LIMITS: Partial<Limits> = { steps: 20_000, instructions: 4_000_000 };

/** Format 1 says every live object again at each event, with all it holds: so many values are written at the most. */
const MOST_VALUES = 6_000_000;

/** A line may have this many bytes: each character of the longest source takes six where it is escaped. */
const LONGEST_LINE = 1024 * 1024;

const NEWLINE = 10;

/** One line of a batch, without its end; null where it is longer than a line may be. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** The lines of a stream of bytes, of which no more than one is kept. Only a newline ends a line. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= LONGEST_LINE) parts.push(piece);
    else parts = [];
  };
  const line = (): Line => {
    const made = { number, bytes: length > LONGEST_LINE ? null : Buffer.concat(parts) };
    number++;
    parts = [];
    length = 0;
    return made;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

interface Job {
  readonly id: string | number;
  readonly src: string;
}

/** What is wrong with a line that is no job, with the id where one can be read. */
interface NoJob {
  readonly id: string | number | null;
  readonly wrong: string;
}

const isId = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';

function jobOf(bytes: Uint8Array): Job | NoJob | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return { id: null, wrong: 'not UTF-8' };
  }
  if (text === '') return null;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return { id: null, wrong: `not JSON (${(error as Error).message})` };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return { id: null, wrong: 'not a JSON object' };
  const { id, src } = read as { id?: unknown; src?: unknown };
  if (!isId(id)) return { id: null, wrong: 'no "id" that is a string or a number' };
  return typeof src === 'string' ? { id, src } : { id, wrong: 'no string "src"' };
}

/** The answer to one line: a line of JSON, and whether the line was a job; null for a line of white space. */
export function replyTo({ number, bytes }: Line): { readonly text: string; readonly ok: boolean } | null {
  const failed = (id: NoJob['id'], wrong: string) => ({
    text: JSON.stringify({ id, line: number, error: `Line ${number}: ${wrong}.` }),
    ok: false,
  });
  if (bytes === null) return failed(null, `longer than ${LONGEST_LINE.toLocaleString('en-GB')} bytes`);
  const job = jobOf(bytes);
  if (job === null) return null;
  if ('wrong' in job) return failed(job.id, job.wrong);
  try {
    return { text: answer(job), ok: true };
  } catch (error) {
    return failed(job.id, `the simulator failed (${(error as Error).message})`);
  }
}

/** How many values a record shows, itself included. */
function sizeOf(record: ObjectRecord): number {
  const held =
    'items' in record ? (record.items?.length ?? 0) : 'entries' in record ? 2 * record.entries.length : 0;
  const elements = record.kind === 'ndarray' ? record.shape.reduce((all, n) => all * n, 1) : 0;
  const text = 'text' in record ? (record.text?.length ?? 0) >> 3 : 0;
  return 1 + held + elements + text + Object.keys(record.attrs ?? {}).length;
}

/** How many values all events together show. */
function valuesOf({ steps }: Trace): number {
  const sizes = new Map<number, number>();
  let live = 0;
  let all = 0;
  const put = (id: number, size: number): void => {
    live += size - (sizes.get(id) ?? 0);
    if (size === 0) sizes.delete(id);
    else sizes.set(id, size);
  };
  for (const { changed, freed, frames } of steps) {
    for (const record of changed) put(record.id, sizeOf(record));
    for (const { id } of freed) put(id, 0);
    for (const { names } of frames) all += Object.keys(names).length;
    all += live;
  }
  return all;
}

/** Whether a name or an object of the trace has the value of `id()`: a number in format 1, another one in each run. */
const showsAddress = ({ steps }: Trace): boolean =>
  steps.some(({ frames, changed }) => JSON.stringify([frames, changed]).includes('"<address>"'));

/** The answer to a job, as JSON. */
function answer({ id, src }: Job): string {
  const trace = simulate(src, { limits: BATCH_LIMITS, recorded: true });
  const { ending } = trace;
  const refused = (line: number, column: number, feature: string, message: string): string =>
    JSON.stringify({ id, unsupported: { line, column, feature, message } });
  if (ending.type === 'unsupported' || ending.type === 'limit') {
    const { line, column } = ending.span;
    const feature = ending.type === 'limit' ? `limit ${ending.limit}` : ending.feature;
    return refused(line, column, feature, ending.message);
  }
  if (/\bid\b/.test(src) && showsAddress(trace))
    return refused(1, 0, 'value of id()', 'The trace shows what id() gives, which differs from run to run.');
  const written = valuesOf(trace) > MOST_VALUES ? null : writtenWhole(id, trace);
  return (
    written ?? refused(1, 0, 'limit bytes', 'The trace of the program is too large to be written whole.')
  );
}

/** The trace as JSON, or null where that is longer than a text of the host can be. */
function writtenWhole(id: Job['id'], trace: Trace): string | null {
  try {
    return JSON.stringify({ id, trace: format1(trace) });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Answer every line of stdin on stdout; gives the exit code: 1 where a line was no job. */
export async function batch(): Promise<number> {
  let code = 0;
  for await (const line of linesOf(process.stdin)) {
    const reply = replyTo(line);
    if (reply === null) continue;
    if (!reply.ok) code = 1;
    if (!process.stdout.write(`${reply.text}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return code;
}
