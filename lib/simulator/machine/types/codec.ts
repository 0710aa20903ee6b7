/** Text to bytes and back: UTF-8, ASCII and Latin-1 (Python/codecs.c, Objects/unicodeobject.c). */
import type { Machine } from '../../memory/object';
import { chargeText } from '../work';
import { LookupErrorType } from './exceptions';

type Codec = 'utf-8' | 'ascii' | 'latin-1';

const NAMES: ReadonlyMap<string, Codec> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['ascii', 'ascii'],
  ['us-ascii', 'ascii'],
  ['latin-1', 'latin-1'],
  ['latin1', 'latin-1'],
  ['iso-8859-1', 'latin-1'],
]);

function codecOf(vm: Machine, name: string): Codec {
  const known = NAMES.get(name.toLowerCase().replaceAll('_', '-'));
  if (known !== undefined) return known;
  if (
    /^(utf|cp|iso|mac|koi|big|euc|gb|hz|shift|utf7|idna|puny|raw|unicode|rot|hex|base|bz2|zip|quopri|uu)/i.test(
      name,
    )
  )
    return vm.refuse(`encoding ${name}`, 'Only UTF-8, ASCII and Latin-1 are supported.');
  return vm.raise(LookupErrorType, `unknown encoding: ${name}`);
}

/** Bytes as the text of their codes. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Encode strictly; what does not fit is refused, for the error has fields of its own. */
export function encode(vm: Machine, text: string, name: string): Uint8Array {
  const codec = codecOf(vm, name);
  chargeText(vm, text.length);
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if ((codec === 'ascii' && code > 127) || (codec === 'latin-1' && code > 255) || code >> 11 === 27)
      vm.refuse('UnicodeEncodeError', 'A character that the encoding lacks is not supported.');
    if (codec !== 'utf-8' || code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      out.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(out);
}

/** Decode strictly; bytes that are not valid are refused. */
export function decode(vm: Machine, bytes: Uint8Array, name: string): string {
  const codec = codecOf(vm, name);
  const wrong = (): never =>
    vm.refuse('UnicodeDecodeError', 'Bytes that are not valid in the encoding are not supported.');
  chargeText(vm, bytes.length);
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] as number;
    if (codec === 'latin-1' || first < 0x80) {
      out += String.fromCharCode(first);
      continue;
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (codec === 'ascii' || first < 0xc2 || first > 0xf4) wrong();
    let code = first & (0x3f >> more);
    for (let i = 0; i < more; i++) {
      const next = bytes[at++];
      if (next === undefined || next >> 6 !== 2) wrong();
      code = (code << 6) | ((next as number) & 63);
    }
    const least = [0x80, 0x800, 0x10000][more - 1] as number;
    if (code < least || code > 0x10ffff || code >> 11 === 27) wrong();
    out += String.fromCodePoint(code);
  }
  return out;
}
