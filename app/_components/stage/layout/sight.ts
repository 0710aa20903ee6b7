import type { ObjectState, Scene } from '../film/film';
import type { Places } from './geometry';

/** A part of the stage from top to bottom, in CSS pixels. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Room kept between what is scrolled into sight and the edge. */
const MARGIN = 24;

/** Where the things stand that a step touched, those that matter most first. */
export function touchedSpans(scene: Scene, places: Places): Span[] {
  const standing = scene.objects.filter(
    (object) => scene.n < (places.objectUntil.get(object.id) ?? Number.POSITIVE_INFINITY),
  );
  const inOrder = [
    ...standing.filter((object) => object.isNew || object.freed?.step === scene.n),
    ...standing.filter((object) => !object.isNew && isWritten(object)),
    ...standing.filter((object) => object.before !== null && object.before !== object.count),
  ].map((object) => places.objects.get(object.id));
  const strips = scene.buffers
    .filter((buffer) => buffer.written.length > 0)
    .map((buffer) => places.strips.get(buffer.id));
  const names = scene.names
    .filter((name) => name.isNew || name.via || name.status === 'cut')
    .map((name) => places.names.get(name.key));
  return [...inOrder, ...strips, ...names].flatMap((box) =>
    box ? [{ top: box.y, bottom: box.y + box.h }] : [],
  );
}

function isWritten({ body }: ObjectState): boolean {
  if (body.type === 'grid') return body.cells.some((cell) => cell.now);
  return body.type === 'slots' && body.slots.some((slot) => slot.now);
}

/**
 * The scroll position, nearest to the present one, that shows the first span and as many of the next ones as
 * fit with it. Without any, the position stays.
 */
export function scrollTopFor(spans: readonly Span[], at: number, height: number): number {
  const [first, ...rest] = spans;
  if (!first) return at;
  let { top, bottom } = first;
  for (const span of rest) {
    const wider = { top: Math.min(top, span.top), bottom: Math.max(bottom, span.bottom) };
    if (wider.bottom - wider.top + 2 * MARGIN <= height) ({ top, bottom } = wider);
  }
  const latest = Math.max(0, top - MARGIN);
  const earliest = Math.min(latest, bottom + MARGIN - height);
  return Math.max(0, Math.min(Math.max(at, earliest), latest));
}
