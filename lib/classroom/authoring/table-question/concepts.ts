/** What a program is about, in the words of the catalogue: told from its syntax and its trace. Pure. */
import type { Timeline } from '@/lib/exercises/facts/timeline';
import type { ConstructMeant } from '@/lib/exercises/goals/construct-names';
import { firstUse } from '@/lib/exercises/goals/constructs';
import { type ObjectRecord, parse } from '@/lib/simulator';
import type { ChosenColumn } from './choose';

const mostConcepts = 5;

const bySyntax: readonly (readonly [concept: string, ...used: ConstructMeant[]])[] = [
  ['del', 'del'],
  ['augmented-assignment', 'augmented assignment'],
  ['functions', 'function', 'lambda'],
  ['loops', 'for', 'while'],
  ['copies', { call: 'copy' }, { call: 'deepcopy' }],
  ['reshape', { call: 'reshape' }],
  ['transpose', { call: 'transpose' }],
  ['collector', { call: 'gc.collect' }],
  ['weak-references', { call: 'weakref.ref' }],
];

export function conceptsOf(timeline: Timeline, columns: readonly ChosenColumn[]): string[] {
  const module = parse(timeline.trace.source);
  const uses = (meant: ConstructMeant) => firstUse(module, meant) !== null;
  const records = timeline.trace.steps.flatMap(({ changed }) => changed);
  const types = new Set(columns.map(({ type }) => type));
  const found = [
    ...(types.has('count') || types.has('freed') ? ['reference-counts'] : []),
    ...(records.some(isView) ? ['views', 'bases'] : []),
    ...(types.has('same') ? ['aliasing'] : []),
    ...bySyntax.flatMap(([concept, ...used]) => (used.some(uses) ? [concept] : [])),
    ...(records.some(holdsAnother) ? ['containers'] : []),
  ];
  return found.length === 0 ? ['names'] : found.slice(0, mostConcepts);
}

const isView = (record: ObjectRecord): boolean => record.kind === 'ndarray' && record.base !== 'None';

/** A list, a set or a dict with an object in it that has a count of its own. */
function holdsAnother(record: ObjectRecord): boolean {
  if (record.kind === 'list' || record.kind === 'set')
    return record.items.some((item) => typeof item === 'number');
  return record.kind === 'dict' && record.entries.some(([, value]) => typeof value === 'number');
}
