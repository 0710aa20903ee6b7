/** Bytes of a file at most. */
export const largestRoster = 500_000;

export interface Decoded {
  readonly text: string;
  /** How the bytes were read; told where it had to be guessed. */
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** What Windows-1252 has for the bytes from 0x80 to 0x9f (encoding.spec.whatwg.org); Node's own decoder has Latin-1 there. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes)
    text += byte >= 0x80 && byte <= 0x9f ? upper.charAt(byte - 0x80) : String.fromCharCode(byte);
  return text;
}

/**
 * The text of a file: UTF-8, UTF-16 where a byte order mark says so, and Windows-1252 for what is neither. Runs in the
 * browser too.
 */
export function decodeRoster(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: fromWindows1252(bytes), encoding: 'windows-1252' };
  }
}
