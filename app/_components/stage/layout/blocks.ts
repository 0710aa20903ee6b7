import type { Cast, ObjectRole } from '../film/film';
import type { Box, Places } from './geometry';

/** Objects in a block: few enough to draw at once, many enough that a long picture has few blocks. */
const SIZE = 16;
/** Room around the cards of a block for halos and for the change of a count. */
const MARGIN = 16;

/** Objects that are drawn together: a browser leaves out the blocks that are far out of sight. */
export interface Block {
  readonly key: number;
  readonly box: Box;
  /** Every object of the block, with its place from the block's upper left corner. */
  readonly cards: ReadonlyMap<number, { readonly role: ObjectRole; readonly box: Box }>;
}

/** Every object of a cast in one block, in the cast's order. */
export function blocksOf(cast: Cast, places: Places): Block[] {
  const placed = cast.objects.flatMap((role) => {
    const box = places.objects.get(role.id);
    return box ? [{ role, box }] : [];
  });
  const blocks: Block[] = [];
  for (let at = 0; at < placed.length; at += SIZE) blocks.push(blockOf(placed.slice(at, at + SIZE)));
  return blocks;
}

function blockOf(cards: readonly { role: ObjectRole; box: Box }[]): Block {
  const boxes = cards.map(({ box }) => box);
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h)) + MARGIN;
  const right = Math.max(...boxes.map(({ x, w }) => x + w)) + MARGIN;
  // From the left edge of the stage: what is said of an object that has no name stands there.
  const box: Box = { x: -MARGIN, y: top, w: right + MARGIN, h: bottom - top };
  return {
    key: cards[0]?.role.id ?? 0,
    box,
    cards: new Map(
      cards.map(({ role, box: own }) => [
        role.id,
        { role, box: { ...own, x: own.x - box.x, y: own.y - box.y } },
      ]),
    ),
  };
}
