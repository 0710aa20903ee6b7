/** repr of str and bytes (unicode_repr, PyBytes_Repr). */

/** What isprintable() refuses: the categories "other" and "separator", less the space. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;
const PLAIN = /^[ !#-&(-[\]-~]*$/;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
]);

export const isPrintable = (char: string): boolean => char === ' ' || !UNPRINTABLE.test(char);

export function escaped(code: number): string {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Whether a repr is the text between quotes. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

export function strRepr(text: string): string {
  if (isPlain(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (char === quote) out += `\\${char}`;
    else if (code >= 32 && code < 127) out += char === '\\' ? '\\\\' : char;
    else out += NAMED.get(char) ?? (isPrintable(char) ? char : escaped(code));
  }
  return out + quote;
}

/** ascii(): what is not ASCII escaped in a repr. */
export function asciiOnly(repr: string): string {
  let out = '';
  for (const char of repr) {
    const code = char.codePointAt(0) as number;
    out += code < 128 ? char : escaped(code);
  }
  return out;
}

export function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let out = `b${quote}`;
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (char === quote) out += `\\${char}`;
    else out += NAMED.get(char) ?? (byte < 32 || byte >= 127 ? escaped(byte) : char);
  }
  return out + quote;
}
