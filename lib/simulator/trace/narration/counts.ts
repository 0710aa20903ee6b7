/** How the counts changed in a step, in sentences. */
import { say } from './messages';
import type { Scene } from './scene';

/** More changes than these are not told one by one. */
const MOST = 3;

export function countSentences(scene: Scene): string[] {
  const told: string[] = [];
  for (const { id } of scene.all('create')) {
    const record = scene.after.objects.get(id);
    if (record?.count != null && scene.names(id).length > 0)
      told.push(say('countNew', { thing: scene.thing(id), after: record.count }));
  }
  for (const { id, before, after } of scene.all('count'))
    if (scene.name(id) !== undefined)
      told.push(say('countChange', { thing: scene.thing(id), before, after }));
  for (const { id } of scene.all('freed')) {
    const before = scene.before.objects.get(id)?.count;
    if (before != null && scene.name(id) !== undefined)
      told.push(say('countFreed', { kind: scene.kind(id), before }));
  }
  return told.slice(0, MOST);
}
