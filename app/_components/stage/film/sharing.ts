import type { Scene } from './film';

/**
 * Makes equal parts of neighbouring scenes the same object, so that React redraws only what a step changed and
 * a film costs little more than its changes.
 */
export class Sharing {
  private readonly known = new Map<string, { text: string; part: object }>();

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
    const text = JSON.stringify(part);
    const known = this.known.get(key);
    // What is stored under a key was stored by this method with the same kind of part.
    if (known?.text === text) return known.part as Part;
    this.known.set(key, { text, part });
    return part;
  }
}
