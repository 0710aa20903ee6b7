import type { BufferRole, Cast, ObjectRole } from '../film/film';
import { cardSize } from './card-size';
import { colourRows, type Life, successions } from './colouring';
import type { Box, Places, Point, Strip } from './geometry';
import { linkPaths, linkRoom, routeLinks } from './links';
import { type Metrics, metricsFor } from './metrics';
import { nameWidth, placeNames } from './names';
import { placeStrip } from './strips';
import { placeTall } from './tall';

/** Up to so many objects, each keeps a row of its own even after it is freed. */
const OWN_ROWS = 12;
const OFFSETS = 18;
/** Height of the windows of a view, and of the line above them that says how it reads the buffer. */
const LANE = { wide: 32, narrow: 28, caption: 12 };

/**
 * One place for every name, object, buffer and arrow of a run. Depends on the cast alone, so a step never
 * moves anything, and stepping back gives the same picture.
 */
export function place(cast: Cast, form: 'wide' | 'narrow'): Places {
  const m = metricsFor(cast, form);
  if (m.form === 'tall') return placeTall(cast, m);
  const width = nameWidth(cast, m);
  const cardX = width + m.nameGap;
  const lives = livesOf(cast);
  const rows = colourRows(lives);
  const { objects, rowTops, bottom } = placeObjects(cast, rows, cardX, m);
  const routed = routeLinks(cast.links, objects);
  const room = linkRoom(routed, m);
  const buffersX = form === 'narrow' ? 0 : cardX + m.cardWidth + Math.max(m.roomy ? 142 : 78, room + 20);
  const { strips, lanes } = placeMemory(cast, objects, rowTops, rows, buffersX, m);
  const named = placeNames(cast, objects, m);
  const right = Math.max(cardX + m.cardWidth + room, ...[...strips.values()].map((s) => s.x + s.width));
  return {
    form,
    roomy: m.roomy,
    width: form === 'narrow' ? Math.max(334, right) : right + 2,
    height: Math.max(bottom, named.bottom, m.roomy ? 384 : 0) + 8,
    columns: { names: 0, objects: cardX, buffers: cast.buffers.length > 0 ? buffersX : null },
    frames: named.frames,
    frameUntil: named.frameUntil,
    names: named.names,
    ports: placePorts(cast, objects, named.names, m),
    objects,
    objectUntil: successions(lives, rows),
    strips,
    lanes,
    links: linkPaths(routed, objects, m),
  };
}

function livesOf(cast: Cast): Life[] {
  const share = cast.objects.length > OWN_ROWS;
  // A ghost is seen for one scene at least before another object takes its place.
  const until = (role: ObjectRole) => (share && role.freed !== null ? role.freed + 1 : null);
  return cast.objects.map((role) => ({ id: role.id, from: role.from, until: until(role) }));
}

function placeObjects(cast: Cast, rows: ReadonlyMap<number, number>, x: number, m: Metrics) {
  const heights: number[] = [];
  for (const role of cast.objects) {
    const row = rows.get(role.id) ?? 0;
    heights[row] = Math.max(heights[row] ?? 0, rowHeight(role, cast, m));
  }
  const rowTops: number[] = [];
  let y = m.top + (m.roomy ? 32 : 0);
  for (const height of heights) {
    rowTops.push(y);
    y += height + m.rowGap;
  }
  const objects = new Map<number, Box>();
  for (const role of cast.objects) {
    const row = rows.get(role.id) ?? 0;
    const own = cardSize(role, m).height;
    const h =
      m.form === 'narrow' ? own : Math.max(own, Math.min(heights[row] ?? own, wideNeed(role, cast, m)));
    objects.set(role.id, { x, y: rowTops[row] ?? 0, w: m.cardWidth, h });
  }
  return { objects, rowTops, bottom: y - m.rowGap };
}

/** Height of a card and of what stands beside it: its strip or its lane. */
function wideNeed(role: ObjectRole, cast: Cast, m: Metrics): number {
  const lane = cast.lanes.find((l) => l.object === role.id);
  const strip = cast.buffers.some((b) => b.owner === role.id);
  const beside = lane ? (lane.dimensions > 1 ? 138 : 98) : strip ? 40 + m.cellHeight + 24 : 0;
  return Math.max(cardSize(role, m).height, beside);
}

function rowHeight(role: ObjectRole, cast: Cast, m: Metrics): number {
  if (m.form === 'wide') return Math.max(wideNeed(role, cast, m), namesAt(role, cast) * m.nameStep * 0.75);
  const head = Math.max(cardSize(role, m).height, namesAt(role, cast) * m.nameStep);
  const strip = cast.buffers.some((b) => b.owner === role.id) ? OFFSETS + m.cellHeight + 30 : 0;
  const lane = cast.lanes.some((l) => l.object === role.id) ? 12 + LANE.caption + LANE.narrow : 0;
  return head + strip + lane;
}

function namesAt(role: ObjectRole, cast: Cast): number {
  return cast.names.filter((name) => name.frame === 0 && name.first === role.id).length;
}

function placeMemory(
  cast: Cast,
  objects: ReadonlyMap<number, Box>,
  rowTops: readonly number[],
  rows: ReadonlyMap<number, number>,
  x: number,
  m: Metrics,
) {
  const strips = new Map<number, Strip>();
  const lanes = new Map<number, { y: number; h: number }>();
  const below = (role: ObjectRole | undefined, box: Box) =>
    box.y + Math.max(box.h, role ? namesAt(role, cast) * m.nameStep : 0);
  const roleOf = (id: number) => cast.objects.find((role) => role.id === id);
  for (const role of cast.buffers) {
    const box = objects.get(role.owner);
    if (!box) continue;
    const top =
      m.form === 'narrow' ? below(roleOf(role.owner), box) + OFFSETS + 8 : box.y + (m.roomy ? 72 : 40);
    strips.set(role.id, placeStrip(role, stripX(role, x, m), top, m));
  }
  for (const role of cast.lanes) {
    const box = objects.get(role.object);
    const top = rowTops[rows.get(role.object) ?? 0] ?? 0;
    if (!box) continue;
    if (m.form === 'narrow')
      lanes.set(role.object, { y: below(roleOf(role.object), box) + 12 + LANE.caption, h: LANE.narrow });
    else lanes.set(role.object, { y: top + (role.dimensions > 1 ? 50 : 42), h: LANE.wide });
  }
  return { strips, lanes };
}

function stripX(role: BufferRole, x: number, m: Metrics): number {
  if (m.form === 'wide') return x;
  // A short strip stands in the middle of a narrow stage only when nothing has to line up with it.
  return role.cells > 6 ? 0 : 4;
}

/** Each name that ever refers to an object has a port of its own on the object's left edge. */
function placePorts(
  cast: Cast,
  objects: ReadonlyMap<number, Box>,
  names: ReadonlyMap<string, Box>,
  m: Metrics,
): Map<string, Point> {
  const ports = new Map<string, Point>();
  for (const role of cast.objects) {
    const box = objects.get(role.id);
    if (!box) continue;
    const callers = cast.names.filter((name) => name.targets.includes(role.id));
    callers.sort((a, b) => (names.get(a.key)?.y ?? 0) - (names.get(b.key)?.y ?? 0));
    const tall = m.form === 'narrow' ? Math.min(box.h, 34) : box.h;
    const step = Math.min(m.roomy ? 38 : 20, (tall - 12) / Math.max(1, callers.length));
    callers.forEach((name, i) => {
      const y = box.y + tall / 2 + (i - (callers.length - 1) / 2) * step;
      ports.set(`${name.key}>${role.id}`, { x: box.x - 9, y });
    });
  }
  return ports;
}
