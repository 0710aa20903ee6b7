import * as words from '../../../_words';
import type { EventKind } from '../../ui/event-mark';
import type { NameState } from './film';

/** The act of a step in two or three words: 'Create A', 'Assign B = A', 'Delete A'; else the statement itself. */
export function actOf(
  code: string,
  stmt: string,
  marks: readonly EventKind[],
  names: readonly NameState[],
): string {
  const named = (states: readonly NameState[]) => states.map((state) => state.key.split(':')[1]).join(', ');
  const bound = names.filter((name) => name.isNew && name.target !== null);
  const removed = names.filter((name) => name.status === 'cut' && name.key.startsWith('0:'));
  const act = words.player.acts;
  if (stmt === 'Delete' && removed.length > 0) return act.delete(named(removed));
  if (marks.includes('create') && bound.length > 0) return act.create(named(bound));
  if (marks.includes('view') && bound.length > 0) return act.view(code);
  if (marks.includes('write')) return act.write(code);
  return marks.includes('alias') && bound.length > 0 ? act.alias(code) : code;
}
