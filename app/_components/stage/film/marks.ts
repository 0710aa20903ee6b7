import type { MemoryState, ObjectId, Step } from '@/lib/simulator';
import type { EventKind } from '../../ui/event-mark';
import type { NameState, ObjectState, Scene } from './film';
import type { Written } from './memory';

export interface StepParts {
  readonly names: readonly NameState[];
  readonly objects: readonly ObjectState[];
  readonly links: Scene['links'];
  readonly state: MemoryState;
  readonly before: MemoryState | null;
  readonly written: Written;
  readonly passed: readonly Step[];
}

/** What a step did, as the marks of the step bar. */
export function marksOf({ names, objects, links, state, before, written, passed }: StepParts): EventKind[] {
  const marks = new Set<EventKind>();
  const born = objects.filter((object) => object.isNew);
  const isView = (id: ObjectId) => {
    const record = state.objects.get(id);
    return record?.kind === 'ndarray' && !record.flags.owns;
  };
  if (born.some((object) => !isView(object.id))) marks.add('create');
  if (born.some((object) => isView(object.id))) marks.add('view');
  const known = (id: number | null) => id !== null && before?.objects.has(id);
  if (names.some((name) => name.isNew && known(name.target))) marks.add('alias');
  const added = links.filter((link) => link.isNew && !link.key.includes(':base:'));
  if (added.some((link) => known(Number(link.key.split('>')[1]?.split(':')[0])))) marks.add('alias');
  if (written.size > 0 || objects.some(hasChangedSlot)) marks.add('write');
  if (names.some((name) => name.status === 'cut')) marks.add('delete');
  for (const freed of passed.flatMap((step) => step.freed)) {
    if (before?.objects.has(freed.id)) marks.add(freed.by === 'gc' ? 'collect' : 'freed');
  }
  return [...marks];
}

function hasChangedSlot(object: ObjectState): boolean {
  const { body } = object;
  if (object.isNew || body.type === 'text') return false;
  return body.type === 'grid' ? body.cells.some((cell) => cell.now) : body.slots.some((slot) => slot.now);
}
