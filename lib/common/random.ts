import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A new order of the same items. The same seed and label give the same order on every machine. */
export function shuffled<T>(items: readonly T[], seed: number, label: string): T[] {
  const generator = xoroshiro128plus(mix(seed, label));
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = uniformInt(generator, 0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** Draws whole numbers between two bounds, both included. The same seed and label draw the same row of them. */
export function wholeNumbers(seed: number, label: string): (least: number, most: number) => number {
  const generator = xoroshiro128plus(mix(seed, label));
  return (least, most) => uniformInt(generator, least, most);
}

/** FNV-1a over the label, begun from the seed: one seed gives unrelated orders for different uses. */
function mix(seed: number, label: string): number {
  let hash = (seed ^ 0x811c9dc5) | 0;
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
  }
  return hash;
}
