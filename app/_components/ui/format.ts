const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** '7 Oct 2026, 14:32', in the clock of where it is rendered. */
export function dateTime(date: Date | string): string {
  return moment.format(new Date(date));
}

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** '7 Oct', in the clock of where it is rendered. */
export function day(moment: Date | string): string {
  return date.format(new Date(moment));
}

/** Points with two decimals at most, without trailing zeros. */
export function points(value: number): string {
  return String(Math.round(value * 100) / 100);
}
