/** Instants and what the clocks of a time zone show. Pure; the rules of the zones are those of Intl. */

/** What an entered local time stands for. */
export type Entry =
  | { readonly type: 'instant'; readonly at: Date }
  /** The clocks were put forward over it; `next` is the first instant after the gap. */
  | { readonly type: 'missing'; readonly next: Date }
  /** The clocks were put back, and showed it twice. */
  | { readonly type: 'twice'; readonly first: Date; readonly second: Date }
  | { readonly type: 'unreadable' };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** What the clocks of the zone show, as if it were UTC, in milliseconds. */
function shownAt(at: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown + (((at % 1000) + 1000) % 1000);
}

const day = 86_400_000;

/** The instants at which the clocks of the zone show this, in order: none, one or two. */
function instantsShowing(shown: number, zone: string): number[] {
  // The offsets in force around it: no zone changes its clocks twice within two days.
  const offsets = new Set([shown - day, shown + day].map((at) => shownAt(at, zone) - at));
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((at) => shownAt(at, zone) === shown)
    .sort((a, b) => a - b);
}

/** The first instant after a gap that swallowed this local time. */
function afterGap(shown: number, zone: string): number {
  // No offset reaches two days.
  let before = shown - 2 * day;
  let after = shown + 2 * day;
  // Whole milliseconds, halved until the two are neighbours: the clocks jump between them.
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shownAt(middle, zone) < shown) before = middle;
    else after = middle;
  }
  return after;
}

/** Whether Intl knows the zone, such as 'Europe/Berlin'. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

const localPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** Reads '2026-10-25T02:30', as a browser's field for date and time writes it, by the clocks of a zone. */
export function readLocal(text: string, zone: string): Entry {
  const [, year, month, date, hour, minute] = (localPattern.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return { type: 'unreadable' };
  const shown = Date.UTC(year, month - 1, date, hour, minute);
  // Date.UTC carries 31 April over into May; such a day is none. Years below 100 mean others to it.
  if (new Date(shown).toISOString().slice(0, 16) !== text) return { type: 'unreadable' };
  const [first, second] = instantsShowing(shown, zone);
  if (first === undefined) return { type: 'missing', next: new Date(afterGap(shown, zone)) };
  if (second === undefined) return { type: 'instant', at: new Date(first) };
  return { type: 'twice', first: new Date(first), second: new Date(second) };
}

/** The local time of an instant as `readLocal` reads it; seconds are left out. */
export function writeLocal(at: Date, zone: string): string {
  return new Date(shownAt(at.getTime(), zone)).toISOString().slice(0, 16);
}

/**
 * The instant some calendar days later at the same local time. Where the clocks skip it, the first instant after the
 * gap; where they show it twice, the later one.
 */
export function addDays(at: Date, days: number, zone: string): Date {
  const shown = shownAt(at.getTime(), zone) + days * day;
  const found = instantsShowing(shown, zone).at(-1);
  return new Date(found ?? afterGap(shown, zone));
}
