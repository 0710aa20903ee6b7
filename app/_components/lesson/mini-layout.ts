/** Where everything stands in the small still of a step. Places are the same for every step of a film. */
import type { BodyShape, Film, NameState, ObjectRole, ObjectState, Scene } from '../stage/film/film';

const NAME = { height: 28, pitch: 52, tightPitch: 40, character: 8.6, padding: 18, least: 44 };
const FRAME_LABEL = 16;
const CELL = { least: 28, height: 28, character: 8.6, padding: 12 };
const GAP = { beforeObjects: 50, betweenObjects: 14, atTheRight: 26, forCount: 12 };
const BOX = { side: 8, top: 10 };
/** Names beyond which they stand closer together. */
const mostLoose = 3;

export interface MiniCell {
  readonly text: string;
  readonly now: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Hue of the object that the cell refers to; 0: it holds a value. */
  readonly hue: number;
}

export interface MiniObject {
  readonly state: ObjectState;
  readonly hue: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly cells: readonly MiniCell[];
}

export interface MiniName {
  readonly key: string;
  readonly name: string;
  readonly state: NameState;
  readonly y: number;
}

/** A reference from a cell, or from the object as a whole, to another object. */
export interface MiniLink {
  readonly key: string;
  readonly hue: number;
  readonly from: MiniObject;
  /** The cell that holds the reference; null: the object itself does, as a view holds its base. */
  readonly cell: MiniCell | null;
  readonly to: MiniObject;
}

export interface MiniPictureLayout {
  readonly width: number;
  readonly height: number;
  readonly nameWidth: number;
  readonly nameHeight: number;
  readonly names: readonly MiniName[];
  /** Calls that are running, above their names. */
  readonly frames: readonly { readonly label: string; readonly y: number }[];
  readonly objects: readonly MiniObject[];
  readonly links: readonly MiniLink[];
}

/** What a picture of values leaves out: code, and what Python makes to run it. */
const code = /^(function|class|cell|method|generator)\b/;

/** The objects that a small picture draws, in order of creation. */
export const picturedObjects = (film: Film): readonly ObjectRole[] =>
  film.cast.objects.filter((role) => !code.test(role.kind));

/** The layout of a step, with room for a count below each object where wanted; null where the film has no such step. */
export function miniLayout(film: Film, n: number, withCounts = false): MiniPictureLayout | null {
  const scene = film.scenes[n];
  if (scene === undefined) return null;
  const shown = picturedObjects(film);
  const ids = new Set(shown.map((role) => role.id));
  const roles = film.cast.names
    .filter((role) => role.targets.some((id) => ids.has(id)))
    .toSorted((a, b) => a.frame - b.frame);
  const calls = [...new Set(roles.map((role) => role.frame).filter((frame) => frame > 0))];
  const nameWidth = Math.max(
    NAME.least,
    ...roles.map((role) => role.name.length * NAME.character + NAME.padding),
  );
  const pitch = roles.length > mostLoose ? NAME.tightPitch : NAME.pitch;
  const sizes = shown.map((role) => sizeOf(film, role));
  const between = GAP.betweenObjects + (withCounts ? GAP.forCount : 0);
  const objectsHeight = sizes.reduce((sum, size) => sum + size.height + between, GAP.betweenObjects);
  const namesHeight = roles.length * pitch + calls.length * FRAME_LABEL;
  const height = Math.max(namesHeight, objectsHeight, 62);
  const x = nameWidth + GAP.beforeObjects;
  const top = (height - objectsHeight) / 2 + GAP.betweenObjects;
  const objects = placeObjects(shown, sizes, scene, { x, top, between });
  let y = (height - namesHeight) / 2;
  const names: MiniName[] = [];
  const frames: { label: string; y: number }[] = [];
  let above = 0;
  for (const role of roles) {
    const running = role.frame === 0 || scene.frames.includes(role.frame);
    if (role.frame !== above) {
      above = role.frame;
      const label = film.cast.frames.find((one) => one.id === role.frame)?.label ?? '';
      if (running) frames.push({ label, y: y + FRAME_LABEL - 4 });
      y += FRAME_LABEL;
    }
    const state = scene.names.find((one) => one.key === role.key);
    if (state !== undefined && running)
      names.push({ key: role.key, name: role.name, state, y: y + pitch / 2 });
    y += pitch;
  }
  const width = x + Math.max(3 * CELL.least, ...sizes.map((size) => size.width)) + GAP.atTheRight;
  const links = linksOf(film, scene, objects);
  return { width, height, nameWidth, nameHeight: NAME.height, names, frames, objects, links };
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly cellWidth: number;
}

function sizeOf(film: Film, role: ObjectRole): Size {
  const columns = columnsOf(role.body);
  const rows = role.body.type === 'grid' ? role.body.rows : 1;
  const longest = Math.max(1, ...film.scenes.map((scene) => longestText(scene, role.id)));
  const cellWidth = Math.max(CELL.least, longest * CELL.character + CELL.padding);
  return {
    columns,
    cellWidth,
    width: columns * cellWidth + 2 * BOX.side,
    height: rows * CELL.height + 2 * BOX.top,
  };
}

const columnsOf = (body: BodyShape): number =>
  body.type === 'grid' ? body.columns : body.type === 'slots' ? Math.max(body.rows, 1) : 2;

function longestText(scene: Scene, id: number): number {
  const body = scene.objects.find((one) => one.id === id)?.body;
  if (body?.type === 'grid') return Math.max(0, ...body.cells.map((cell) => cell.text.length));
  // A slot that refers to an object is drawn as a dot.
  return body?.type === 'slots'
    ? Math.max(0, ...body.slots.map((slot) => (slot.hue > 0 ? 1 : slot.text.length)))
    : 0;
}

function placeObjects(
  roles: readonly ObjectRole[],
  sizes: readonly Size[],
  scene: Scene,
  { x, top, between }: { x: number; top: number; between: number },
): MiniObject[] {
  let y = top;
  return roles.flatMap((role, index): MiniObject[] => {
    const size = sizes[index];
    const state = scene.objects.find((one) => one.id === role.id);
    if (size === undefined) return [];
    const place = { x, y, width: size.width, height: size.height };
    y += size.height + between;
    return state === undefined
      ? []
      : [{ state, hue: role.hue, ...place, cells: cellsOf(state, size, place) }];
  });
}

function cellsOf(state: ObjectState, size: Size, place: { x: number; y: number }): MiniCell[] {
  const { body } = state;
  const said =
    body.type === 'grid'
      ? body.cells.map((cell) => ({ text: cell.text, now: cell.now, hue: 0 }))
      : body.type === 'slots'
        ? body.slots.map((slot) => ({ text: slot.hue > 0 ? '' : slot.text, now: slot.now, hue: slot.hue }))
        : Array.from({ length: state.status === 'freed' ? size.columns : 0 }, () => ({
            text: '',
            now: false,
            hue: 0,
          }));
  return said.map((cell, index) => ({
    ...cell,
    width: size.cellWidth,
    x: place.x + BOX.side + (index % size.columns) * size.cellWidth,
    y: place.y + BOX.top + Math.floor(index / size.columns) * CELL.height,
  }));
}

/** `[0]`, `0`, `.next` and `next` say the same slot. */
const bare = (label: string): string => label.replace(/^\.|^\[|\]$/g, '');

function linksOf(film: Film, scene: Scene, objects: readonly MiniObject[]): MiniLink[] {
  const drawn = new Map(objects.map((object) => [object.state.id, object]));
  return scene.links.flatMap(({ key }): MiniLink[] => {
    const role = film.cast.links.find((one) => one.key === key);
    const [from, to] = [drawn.get(role?.source ?? -1), drawn.get(role?.target ?? -1)];
    if (role === undefined || from === undefined || to === undefined) return [];
    const { body } = from.state;
    const slot =
      body.type === 'slots' ? body.slots.findIndex((one) => bare(one.label) === bare(role.label)) : -1;
    return [{ key, hue: to.hue, from, cell: from.cells[slot] ?? null, to }];
  });
}
