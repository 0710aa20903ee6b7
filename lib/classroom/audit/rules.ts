import { addDays, readLocal } from '../assignments/zones';
import type { AuditChange } from './schema';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/**
 * What an entry says that changed: the fields that differ where it keeps a before and an after, else what it tells in
 * plain values. Ids and what has parts of its own stand in the whole detail alone.
 */
export function changesIn(detail: unknown): AuditChange[] {
  if (!isRecord(detail)) return [];
  const { before, after } = detail;
  if (isRecord(before) && isRecord(after)) {
    return Object.keys(after)
      .filter((field) => !isHidden(field) && field in before)
      .filter((field) => isPlain(before[field]) && isPlain(after[field]))
      .filter((field) => text(before[field]) !== text(after[field]))
      .map((field) => ({ field, from: text(before[field]), to: text(after[field]) }));
  }
  if ('from' in detail && 'to' in detail && isPlain(detail.from) && isPlain(detail.to))
    return [{ field: '', from: text(detail.from), to: text(detail.to) }];
  return Object.entries(detail)
    .filter(([field, value]) => !isHidden(field) && isPlain(value) && value !== null)
    .map(([field, value]) => ({ field, from: null, to: text(value) }));
}

const isHidden = (field: string) => field === 'id' || field.endsWith('Id') || field === 'version';

/** The first instant of a day of the zone; of the day after it with `days` 1. */
export function beginOf(date: string, timeZone: string, days = 0): Date | null {
  const entry = readLocal(`${date}T00:00`, timeZone);
  const begin =
    entry.type === 'instant'
      ? entry.at
      : entry.type === 'missing'
        ? entry.next
        : entry.type === 'twice'
          ? entry.first
          : null;
  return begin && addDays(begin, days, timeZone);
}
