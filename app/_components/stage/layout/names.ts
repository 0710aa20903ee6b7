import type { Cast, NameRole } from '../film/film';
import { colourRows, type Life, successions } from './colouring';
import type { Box, Point } from './geometry';
import type { Metrics } from './metrics';

const FRAME_HEADING = 26;
/** Room below the last name of the module for the note on its removal. */
const NOTE = 14;

export interface NamePlaces {
  readonly width: number;
  readonly names: Map<string, Box>;
  readonly frames: Map<number, Point>;
  readonly frameUntil: Map<number, number>;
  readonly bottom: number;
}

/** Width of the names column: the longest name decides. */
export function nameWidth(cast: Cast, m: Metrics): number {
  const longest = cast.names.reduce((most, role) => Math.max(most, role.name.length), 1);
  const [base, least] = m.form === 'narrow' ? [7.6, 46] : m.roomy ? [9.7, 78] : [9.7, 62];
  return Math.min(m.form === 'narrow' ? 84 : 168, Math.max(least, Math.ceil(longest * base) + 26));
}

/**
 * Names of the module stand at the height of the object they first refer to, as close as they fit; below them
 * a block for each activation. Activations that never overlap share a block.
 */
export function placeNames(cast: Cast, objects: ReadonlyMap<number, Box>, m: Metrics): NamePlaces {
  const width = nameWidth(cast, m);
  const names = new Map<string, Box>();
  const bottom = placeModule(cast, objects, m, width, names);
  return { width, names, ...placeFrames(cast, m, width, names, bottom) };
}

function placeModule(
  cast: Cast,
  objects: ReadonlyMap<number, Box>,
  m: Metrics,
  width: number,
  names: Map<string, Box>,
): number {
  const module = cast.names.filter((role) => role.frame === 0);
  const wanted = new Map(module.map((role) => [role.key, wantedY(role, module, objects, m)]));
  const height = (role: NameRole) => wanted.get(role.key) ?? Number.POSITIVE_INFINITY;
  let least = m.top + m.nameHeight / 2;
  for (const role of [...module].sort((a, b) =>
    height(a) < height(b) ? -1 : height(a) > height(b) ? 1 : 0,
  )) {
    const y = Math.max(wanted.get(role.key) ?? least, least);
    names.set(role.key, { x: 0, y: y - m.nameHeight / 2, w: width, h: m.nameHeight });
    least = y + m.nameStep;
  }
  return least - m.nameStep / 2 + (module.length > 0 && !m.crowded ? NOTE : 0);
}

/** The height a name would like: spread around the middle of its object; null where it never has one. */
function wantedY(
  role: NameRole,
  all: readonly NameRole[],
  objects: ReadonlyMap<number, Box>,
  m: Metrics,
): number | null {
  const box = role.first === null ? undefined : objects.get(role.first);
  if (!box) return null;
  const peers = all.filter((other) => other.first === role.first);
  const middle = m.form === 'narrow' ? box.y + 17 + ((peers.length - 1) * m.nameStep) / 2 : box.y + box.h / 2;
  return middle + (peers.indexOf(role) - (peers.length - 1) / 2) * m.nameStep;
}

function placeFrames(cast: Cast, m: Metrics, width: number, names: Map<string, Box>, top: number) {
  const lives: Life[] = cast.frames
    .filter((frame) => frame.id !== 0)
    .map((frame) => ({ id: frame.id, from: frame.from, until: frame.to + 1 }));
  const rows = colourRows(lives);
  const frames = new Map<number, Point>();
  const heights: number[] = [];
  const namesOf = (id: number) => cast.names.filter((role) => role.frame === id);
  for (const [id, row] of rows) {
    heights[row] = Math.max(heights[row] ?? 0, FRAME_HEADING + namesOf(id).length * m.nameStep + 8);
  }
  const tops = heights.map((_, row) => top + heights.slice(0, row).reduce((sum, h) => sum + h, 0));
  for (const [id, row] of rows) {
    const y = tops[row] ?? top;
    frames.set(id, { x: 0, y });
    namesOf(id).forEach((role, i) => {
      names.set(role.key, { x: 0, y: y + FRAME_HEADING + i * m.nameStep, w: width, h: m.nameHeight });
    });
  }
  const bottom = top + heights.reduce((sum, h) => sum + h, 0);
  return { frames, frameUntil: successions(lives, rows), bottom };
}
