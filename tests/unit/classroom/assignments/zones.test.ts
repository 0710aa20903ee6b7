import { describe, expect, it } from 'vitest';
import { addDays, isZone, readLocal, writeLocal } from '@/lib/classroom/assignments/zones';

const instant = (at: string) => ({ type: 'instant', at: new Date(at) });

/** Instants as Python's zoneinfo gives them, with both values of fold. */
describe('a local time that was entered', () => {
  it.each([
    ['UTC', '2026-10-25T02:30', '2026-10-25T02:30:00Z'],
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00Z'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59:00Z'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
    ['America/New_York', '2026-03-08T01:59', '2026-03-08T06:59:00Z'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00:00Z'],
    ['Asia/Kathmandu', '2026-01-01T00:00', '2025-12-31T18:15:00Z'],
    ['Pacific/Apia', '2011-12-31T00:00', '2011-12-30T10:00:00Z'],
  ])('in %s, %s is %s, and is written back as it was', (zone, local, at) => {
    expect(readLocal(local, zone)).toEqual(instant(at));
    expect(writeLocal(new Date(at), zone)).toBe(local);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29T02:59', '2026-03-29T01:00:00Z'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:00:00Z'],
    // Samoa left out a whole day.
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00:00Z'],
  ])('in %s, %s does not exist; the clocks go on at %s', (zone, local, next) => {
    expect(readLocal(local, zone)).toEqual({ type: 'missing', next: new Date(next) });
  });

  it.each([
    ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T02:59', '2026-10-25T00:59:00Z', '2026-10-25T01:59:00Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
  ])('in %s, %s exists twice', (zone, local, first, second) => {
    expect(readLocal(local, zone)).toEqual({
      type: 'twice',
      first: new Date(first),
      second: new Date(second),
    });
  });

  it.each([
    '',
    '2026-04-31T12:00',
    '2026-02-29T12:00',
    '2026-01-01T24:00',
    '2026-01-01 12:00',
    '0050-01-01T12:00',
  ])('refuses %j', (text) => expect(readLocal(text, 'Europe/Berlin')).toEqual({ type: 'unreadable' }));

  it('knows a zone from what is none', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Europe/Nowhere')).toBe(false);
  });
});

describe('the same local time some days later', () => {
  it.each([
    // 23 hours over the night in which the clocks go forward, 25 over the one in which they go back.
    ['Europe/Berlin', '2026-03-28T22:59:00.000Z', 1, '2026-03-29T21:59:00.000Z'],
    ['Europe/Berlin', '2026-10-24T21:59:00.000Z', 1, '2026-10-25T22:59:00.000Z'],
    ['America/New_York', '2026-03-08T04:59:59.999Z', 1, '2026-03-09T03:59:59.999Z'],
    ['America/New_York', '2026-10-31T12:00:00.000Z', 2, '2026-11-02T13:00:00.000Z'],
    // 02:30 does not exist on that day: the end of the gap. It exists twice on the other: the later one.
    ['Europe/Berlin', '2026-03-28T01:30:00.000Z', 1, '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T00:30:00.000Z', 1, '2026-10-25T01:30:00.000Z'],
  ])('in %s, %s and %i days is %s', (zone, from, days, to) => {
    expect(addDays(new Date(from), days, zone)).toEqual(new Date(to));
  });
});
