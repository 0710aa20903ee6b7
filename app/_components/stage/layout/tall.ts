import type { Cast } from '../film/film';
import { cardSize } from './card-size';
import type { Box, Places, Point, Strip } from './geometry';
import type { Metrics } from './metrics';
import { nameWidth } from './names';
import { placeStrip } from './strips';

const WIDTH = 334;
/** Room for the arrows between the names and the card, and for the pointer and offsets between card and strip. */
const ARROWS = 50;
const POINTER = 46;
/** Room below the strip for what a cell was, and for the size of the buffer. */
const NOTES = 64;

/** One object with its names above it and its memory below: the shortest programs on a narrow screen. */
export function placeTall(cast: Cast, m: Metrics): Places {
  const objects = new Map<number, Box>();
  const names = new Map<string, Box>();
  const ports = new Map<string, Point>();
  const strips = new Map<number, Strip>();
  const cardX = (WIDTH - m.cardWidth) / 2;
  const cardY = m.top + m.nameHeight + ARROWS;
  const role = cast.objects[0];
  const card: Box = { x: cardX, y: cardY, w: m.cardWidth, h: role ? cardSize(role, m).height : 0 };
  if (role) objects.set(role.id, card);
  const width = Math.min(nameWidth(cast, m), (WIDTH - 24) / Math.max(1, cast.names.length) - 12);
  const part = WIDTH / Math.max(1, cast.names.length);
  cast.names.forEach((name, i) => {
    const x = part * (i + 0.5);
    names.set(name.key, { x: x - width / 2, y: m.top, w: width, h: m.nameHeight });
    const towards = WIDTH / 2 + (x - WIDTH / 2) * 0.55;
    if (role) ports.set(`${name.key}>${role.id}`, { x: towards, y: card.y - 9 });
  });
  let bottom = card.y + card.h;
  for (const buffer of cast.buffers) {
    const strip = placeStrip(buffer, 0, bottom + POINTER, m);
    const shift = (WIDTH - strip.width) / 2;
    const moved = {
      ...strip,
      x: shift,
      lefts: strip.lefts.map((x) => x + shift),
      gaps: strip.gaps.map((x) => x + shift),
    };
    strips.set(buffer.id, moved);
    bottom = moved.y + moved.h + NOTES;
  }
  return {
    form: 'tall',
    roomy: true,
    width: WIDTH,
    height: bottom + 8,
    columns: { names: 0, objects: cardX, buffers: null },
    frames: new Map(),
    frameUntil: new Map(),
    names,
    ports,
    objects,
    objectUntil: new Map(),
    strips,
    lanes: new Map(),
    links: new Map(),
  };
}
