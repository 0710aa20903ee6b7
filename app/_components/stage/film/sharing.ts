import type { Scene } from './film';

/**
 * Makes equal parts of neighbouring scenes the same object, so that React redraws only what a step changed and
 * a film costs little more than its changes.
 */
export class Sharing {
  private readonly known = new Map<string, object>();

  of(scene: Scene): Scene {
    return {
      ...scene,
      names: scene.names.map((part) => this.shared(`name ${part.key}`, part)),
      objects: scene.objects.map((part) => this.shared(`object ${part.id}`, part)),
      links: scene.links.map((part) => this.shared(`link ${part.key}`, part)),
      buffers: scene.buffers.map((part) => this.shared(`buffer ${part.id}`, part)),
      lanes: scene.lanes.map((part) => this.shared(`lane ${part.object}`, part)),
    };
  }

  private shared<Part extends object>(key: string, part: Part): Part {
    const known = this.known.get(key);
    // What is stored under a key was stored by this method with the same kind of part.
    if (known !== undefined && same(known, part)) return known as Part;
    this.known.set(key, part);
    return part;
  }
}

/** Whether two values of plain data are equal, part by part. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
}
