/** What the central directory of a ZIP archive says of its entries, beside what fflate tells. PKWARE APPNOTE 6.3, 4.3.12. */

export interface EntryAttributes {
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** CRC-32 of the file when it is unpacked. */
  readonly crc: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
const unix = 3;
const typeOfFile = 0o170000;
const symbolicLink = 0o120000;

/** One for each entry, in the order of the directory; null where there is no directory that can be read. */
export function entryAttributes(bytes: Uint8Array): EntryAttributes[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  const found: EntryAttributes[] = [];
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > view.byteLength || view.getUint32(place, true) !== entrySignature) return null;
    const mode = view.getUint32(place + 38, true) >>> 16;
    found.push({
      isLink: view.getUint8(place + 5) === unix && (mode & typeOfFile) === symbolicLink,
      isEncrypted: (view.getUint16(place + 8, true) & 1) === 1,
      crc: view.getUint32(place + 16, true),
    });
    const rest =
      view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    place += 46 + rest;
  }
  return found;
}

/** The place of the end record: at the end, before a comment. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let place = last; place >= Math.max(0, last - longestComment); place -= 1) {
    if (view.getUint32(place, true) === endSignature) return place;
  }
  return null;
}
