/**
 * A program and a step in the fragment of an address: it never leaves the browser, and no server stores it.
 * `#code=<deflate, base64url>&step=3`.
 */

/** Characters of a program that a link carries at most; the simulator takes no more. */
export const LONGEST = 64 * 1024;

export interface Place {
  readonly program: string;
  /** null: the link names no step. */
  readonly step: number | null;
}

/** The fragment, with its `#`, for a program at a step. */
export async function fragmentOf({ program, step }: Place): Promise<string> {
  const bytes = await through(new TextEncoder().encode(program), new CompressionStream('deflate-raw'));
  const code = base64url(bytes);
  return step === null ? `#code=${code}` : `#code=${code}&step=${step}`;
}

/** What a fragment says; null where it carries no program, or what is no program of ours. */
export async function placeOf(fragment: string): Promise<Place | null> {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = params.get('code');
  if (code === null || !/^[\w-]*$/.test(code)) return null;
  try {
    const bytes = await through(bytesOf(code), new DecompressionStream('deflate-raw'), LONGEST);
    const program = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const step = params.get('step');
    return { program, step: step !== null && /^\d{1,6}$/.test(step) ? Number(step) : null };
  } catch {
    // Cut short, changed by hand, or larger than any program may be.
    return null;
  }
}

/** Throws RangeError where more than `most` bytes come out: a short link must not unpack to a gigabyte. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array<ArrayBuffer>>(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} bytes`);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(code: string): Uint8Array<ArrayBuffer> {
  const text = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
