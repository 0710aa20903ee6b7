/** Batches of lines that mean ill: each is answered on a line of its own, and the ones after it, too. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { linesOf, replyTo } from '@/lib/start/simulate-batch';

vi.setConfig({ testTimeout: 120_000 });

interface Reply {
  readonly id: unknown;
  readonly line?: number;
  readonly error?: string;
  readonly trace?: { readonly error: { readonly type: string } | null; readonly events: readonly unknown[] };
  readonly unsupported?: { readonly feature: string };
}

/** The answers to a text or bytes, given in pieces of so many bytes. */
async function repliesTo(input: string | Uint8Array, piece = 7): Promise<Reply[]> {
  const bytes = Buffer.from(input);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const replies: Reply[] = [];
  for await (const line of linesOf(chunks())) {
    const reply = replyTo(line);
    if (reply === null) continue;
    expect(reply.text).not.toContain('\n');
    replies.push(JSON.parse(reply.text) as Reply);
  }
  return replies;
}

const job = (id: unknown, src: string): string => `${JSON.stringify({ id, src })}\n`;

describe('a batch', () => {
  it('answers each line that is no job with its number, and goes on', async () => {
    const wrong = [
      'nonsense',
      '[1]',
      '"text"',
      'null',
      '{"src": "a = 1"}',
      '{"id": null, "src": ""}',
      '{"id": 2}',
    ];
    const replies = await repliesTo(`${wrong.join('\n')}\n\n${job(3, 'a = 1\n')}{"id": 4, "src": 5}\n`);
    expect(replies.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, undefined, 10]);
    for (const { line, error } of replies) if (line !== undefined) expect(error).toMatch(`Line ${line}: `);
    expect(replies[7]).toMatchObject({ id: 3, trace: { error: null } });
    expect(replies[8]?.id).toBe(4);
  });

  it('takes line ends of other systems, white space, and a last line without an end', async () => {
    const replies = await repliesTo(
      `\r\n \t\r\n${job(1, 'a = 1\r\nb = a\r\n').replace('\n', '\r\n')}{"id":2,"src":""}`,
    );
    expect(replies.map(({ id }) => id)).toEqual([1, 2]);
    expect(replies[0]?.trace?.events).toHaveLength(3);
  });

  it('ends lines at newlines alone: other separators stand in texts', async () => {
    const replies = await repliesTo(job('a\u2028', "s = '\u2028\u2029\u0085'\n"));
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ id: 'a\u2028', trace: { error: null } });
  });

  it('answers equal ids each time, in the order of the lines', async () => {
    const replies = await repliesTo(job(1, 'a = 1\n') + job(1, 'a = [1]\nb = a\n') + job(1, '1 / 0\n'));
    expect(replies.map(({ id }) => id)).toEqual([1, 1, 1]);
    expect(replies.map(({ trace }) => trace?.events.length)).toEqual([2, 3, 1]);
    expect(replies[2]?.trace?.error?.type).toBe('ZeroDivisionError');
  });

  it('says what is not UTF-8, and takes halves of characters written as escapes', async () => {
    const bad = Buffer.concat([Buffer.from('{"id": 1, "src": "'), Buffer.from([0xff]), Buffer.from('"}\n')]);
    const replies = await repliesTo(
      Buffer.concat([bad, Buffer.from(job('\ud800', "s = 'a'\n") + job(2, "'\udc00'"))]),
    );
    expect(replies[0]?.error).toBe('Line 1: not UTF-8.');
    expect(replies[1]).toMatchObject({ id: '\ud800', trace: { error: null } });
    expect(replies[2]?.trace?.error?.type).toBe('SyntaxError');
  });

  it('does not keep a line that is too long, and refuses a source that is', async () => {
    const replies = await repliesTo(
      job(1, 'x'.repeat(3_000_000)) + job(2, '#'.repeat(70_000)) + job(3, 'a = 1'),
      65_536,
    );
    expect(replies[0]).toMatchObject({ id: null, line: 1 });
    expect(replies[1]?.unsupported?.feature).toBe('limit source');
    expect(replies[2]).toMatchObject({ id: 3, trace: { error: null } });
  });

  it('refuses a trace that is too large to be written whole', async () => {
    const wide = 'keep = [list(range(200)) for i in range(100)]\nn = 0\nwhile n < 4000:\n    n += 1\n';
    const replies = await repliesTo(job(1, wide) + job(2, 'a = 1'), 65_536);
    expect(replies[0]?.unsupported?.feature).toBe('limit bytes');
    expect(replies[1]).toMatchObject({ id: 2, trace: { error: null } });
  });
});

/** The command itself, with this on its standard input. */
function command(): ReturnType<typeof spawn> {
  const args = ['--max-old-space-size=160', '--import', 'tsx', 'lib/start/simulate.ts', '--batch'];
  return spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
}

describe('npm run simulate -- --batch', () => {
  it.each([
    ['0 where every line was a job', job(1, 'a = 1\n') + job(2, 'while True: pass\n'), 0, 2],
    ['1 where one was not', `{\n${job(1, 'a = 1\n')}`, 1, 2],
    ['0 for nothing', '', 0, 0],
  ])('ends with %s', async (_name, input, code, lines) => {
    const run = command();
    let out = '';
    run.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    run.stdin?.end(input);
    expect(await once(run, 'close')).toEqual([code, null]);
    expect(out.split('\n').filter(Boolean)).toHaveLength(lines);
  });

  it('ends when its reader has enough', async () => {
    const run = command();
    let errors = '';
    run.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    run.stdin?.on('error', () => {});
    run.stdout?.once('data', () => run.stdout?.destroy());
    run.stdin?.write(job(1, 'a = [1]\n').repeat(2000));
    const [code] = await once(run, 'exit');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });

  it('needs no more memory for many programs than for one', async () => {
    const run = command();
    let lines = 0;
    run.stdout?.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) lines++;
    });
    const program = 'import numpy as np\na = np.zeros(1000)\nb = [a, [a] * 100]\ndel a\n';
    for (let i = 0; i < 20; i++) {
      const some = Array.from({ length: 1000 }, (_, k) => job(1000 * i + k, program)).join('');
      if (!run.stdin?.write(some)) await once(run.stdin as NodeJS.WritableStream, 'drain');
    }
    run.stdin?.end();
    // The process has 160 MB for its objects: it would have died long before the end.
    expect(await once(run, 'close')).toEqual([0, null]);
    expect(lines).toBe(20_000);
  });
});
