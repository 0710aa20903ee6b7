import type { BufferRole } from '../film/film';
import type { Strip } from './geometry';
import type { Metrics } from './metrics';

const GAP = 20;

/** The cells of a buffer side by side; where cells are left out, a narrow mark stands for them. */
export function placeStrip(role: BufferRole, x: number, y: number, m: Metrics): Strip {
  const gapsBefore = role.shown.map(
    (cell, place) => cell !== (place === 0 ? 0 : (role.shown[place - 1] ?? 0) + 1),
  );
  const lastHidden = role.shown.length > 0 && role.shown.at(-1) !== role.cells - 1;
  const gapCount = gapsBefore.filter(Boolean).length + (lastHidden ? 1 : 0);
  const count = Math.max(1, role.shown.length);
  const room = Math.floor((m.stripWidth - gapCount * GAP) / count);
  const wanted = Math.max(m.cellMin, Math.ceil(role.chars * m.charWidth) + 10);
  const cell = Math.min(m.cellMax, Math.max(Math.min(wanted, room), room));
  const lefts: number[] = [];
  const gaps: number[] = [];
  let left = x;
  for (const gapBefore of gapsBefore) {
    if (gapBefore) {
      gaps.push(left);
      left += GAP;
    }
    lefts.push(left);
    left += cell;
  }
  if (lastHidden) {
    gaps.push(left);
    left += GAP;
  }
  return { x, y, h: m.cellHeight, cell, lefts, gaps, width: left - x };
}
