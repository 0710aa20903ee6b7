import type { LinkRole } from '../film/film';
import type { Box } from './geometry';
import type { Metrics } from './metrics';

const LANE = 15;
const NARROW_LANE = 7;
/** All the lanes of a crowd together: they draw nearer to each other rather than push the memory away. */
const CROWD_ROOM = { wide: 180, narrow: 56 };

interface Routed {
  readonly role: LinkRole;
  readonly top: number;
  readonly bottom: number;
  readonly lane: number;
}

/** Gives each reference between objects a vertical lane of its own where two would run over each other. */
export function routeLinks(links: readonly LinkRole[], objects: ReadonlyMap<number, Box>): Routed[] {
  const routed: Routed[] = [];
  for (const role of links) {
    const source = objects.get(role.source);
    const target = objects.get(role.target);
    if (!source || !target) continue;
    const top = Math.min(source.y, target.y);
    const bottom = Math.max(source.y + source.h, target.y + target.h);
    const rivals = routed.filter(
      (r) => r.top < bottom && top < r.bottom && r.role.from <= role.to && role.from <= r.role.to,
    );
    const taken = new Set(rivals.map((r) => r.lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    routed.push({ role, top, bottom, lane });
  }
  return routed;
}

/** Width that the lanes of the references need at the right of the objects. */
export function linkRoom(routed: readonly Routed[], m: Metrics): number {
  const lanes = lanesOf(routed);
  const room = lanes * laneStep(lanes, m);
  if (m.form === 'narrow') return lanes === 0 ? 0 : Math.max(34, 18 + room);
  return lanes === 0 ? 0 : 34 + room;
}

function lanesOf(routed: readonly Routed[]): number {
  return routed.reduce((most, r) => Math.max(most, r.lane + 1), 0);
}

function laneStep(lanes: number, m: Metrics): number {
  const step = m.form === 'narrow' ? NARROW_LANE : LANE;
  const room = m.form === 'narrow' ? CROWD_ROOM.narrow : CROWD_ROOM.wide;
  return m.crowded ? Math.min(step, room / lanes) : step;
}

/** Paths from the right edge of the holder to the right edge of what it holds; each ends at a height of its own. */
export function linkPaths(
  routed: readonly Routed[],
  objects: ReadonlyMap<number, Box>,
  m: Metrics,
): Map<string, string> {
  const paths = new Map<string, string>();
  const arrivals = new Map<number, number>();
  const departures = new Map<number, number>();
  const step = laneStep(lanesOf(routed), m);
  for (const { role, lane } of routed) {
    const source = objects.get(role.source);
    const target = objects.get(role.target);
    if (!source || !target) continue;
    const inward = arrivals.get(role.target) ?? 0;
    const outward = departures.get(role.source) ?? 0;
    arrivals.set(role.target, inward + 1);
    departures.set(role.source, outward + 1);
    const room = (box: Box, first: number, place: number, gap: number) =>
      box.y + first + ((place * gap) % Math.max(gap, box.h - first - 10));
    const y0 = room(source, m.form === 'narrow' ? 17 : 20, outward, 11);
    const y1 = room(target, m.form === 'narrow' ? 9 : 22, inward, m.form === 'narrow' ? 8 : 17);
    const x0 = source.x + source.w + 2;
    const x1 = target.x + target.w + 9;
    const far =
      Math.max(source.x + source.w, target.x + target.w) + (m.form === 'narrow' ? 16 : 24) + lane * step;
    paths.set(role.key, curve(x0, y0, far, x1, y1));
  }
  return paths;
}

/** Out to the lane, along it, and back in, with round corners that fit the distance. */
function curve(x0: number, y0: number, far: number, x1: number, y1: number): string {
  const way = Math.sign(y1 - y0) || 1;
  const turn = Math.min(16, Math.abs(y1 - y0) / 2);
  const bend = Math.min(12, far - Math.min(x0, x1));
  return [
    `M${x0} ${y0}`,
    `C${far - bend / 2} ${y0} ${far} ${y0} ${far} ${y0 + way * turn}`,
    `L${far} ${y1 - way * turn}`,
    `C${far} ${y1} ${far - bend / 2} ${y1} ${x1} ${y1}`,
  ].join('');
}
