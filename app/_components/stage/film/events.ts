import type { Film, ObjectState, Scene } from './film';

/** Whether a step did something to an object: made or freed it, changed its count, its value or its bytes. */
function isEvent(film: Film, scene: Scene, state: ObjectState): boolean {
  if (state.isNew || state.before !== null || state.freed?.step === scene.n) return true;
  const { body } = state;
  if (body.type === 'grid' && body.cells.some((cell) => cell.now)) return true;
  if (body.type === 'slots' && body.slots.some((slot) => slot.now)) return true;
  const lane = scene.lanes.find((one) => one.object === state.id);
  if (lane?.windows.some((window) => window.now.includes(true))) return true;
  const own = film.cast.buffers.find((role) => role.owner === state.id);
  return scene.buffers.some((buffer) => buffer.id === own?.id && buffer.written.length > 0);
}

/** Steps in which something happened to an object, in order; to any object where none is named. */
export function eventsOf(film: Film, object: number | null): number[] {
  return film.scenes
    .filter((scene) =>
      scene.objects.some((state) => (object === null || state.id === object) && isEvent(film, scene, state)),
    )
    .map((scene) => scene.n);
}
