import { showHow } from '../../cells/words';
import { believedTimeline, hasEnded, stepOfLine } from '../../facts/believed';
import { objectMeant } from '../../facts/timeline';
import type { Program } from '../contract';
import type { CollectionKey } from './key';
import type { CollectionAnswer, CollectionSpec } from './schema';

/** When and by what a belief has each object freed. */
export function believedEnds(
  key: CollectionKey,
  spec: CollectionSpec,
  program: Program,
): CollectionAnswer | null {
  const timeline = believedTimeline(program);
  if (timeline === null) return null;
  const cells: Record<string, string> = {};
  spec.objects.forEach((asked, index) => {
    const id = objectMeant(timeline, typeof asked === 'object' && 'of' in asked ? asked.of : asked);
    if (id === null) return;
    const end = timeline.steps.find((one) => one.memory.step.freed.some((freed) => freed.id === id));
    if (end === undefined && !hasEnded(timeline)) return;
    if (end !== undefined && stepOfLine(timeline, end.n, key.steps[end.n - 1]?.line ?? 0) === null) return;
    const by = end?.memory.step.freed.find((freed) => freed.id === id)?.by ?? 'never';
    cells[`${index + 1}.when`] = end === undefined ? 'never' : String(end.n);
    cells[`${index + 1}.how`] = showHow(by);
  });
  return { kind: 'collection', cells };
}
