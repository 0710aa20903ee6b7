import { assignments } from '../../_words/assignments';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** '2 days 3 hours', '5 hours 12 minutes', '12 minutes', '40 seconds': never more than is left. */
export function timeLeft(ms: number): string {
  const t = assignments.left;
  const whole = Math.max(0, ms);
  const hours = Math.floor((whole % day) / hour);
  const minutes = Math.floor((whole % hour) / minute);
  if (whole >= day)
    return [t.days(Math.floor(whole / day)), hours > 0 && t.hours(hours)].filter(Boolean).join(' ');
  if (whole >= hour) return [t.hours(hours), minutes > 0 && t.minutes(minutes)].filter(Boolean).join(' ');
  return whole >= minute ? t.minutes(minutes) : t.seconds(Math.floor(whole / 1000));
}
