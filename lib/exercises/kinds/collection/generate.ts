import { holders, type ObjectId } from '@/lib/simulator';
import type { ObjectOf } from '../../content/parts';
import { timelineOrFault } from '../../facts/finished';
import { objectMeant, objectWords, type Timeline } from '../../facts/timeline';
import { type Fault, type Generated, type Program, refused } from '../contract';
import type { CollectionKey } from './key';
import type { CollectionSpec } from './schema';

/** Finds the end of each object in the trace. Refused: an unknown object, two columns for one object. */
export function generateCollection(spec: CollectionSpec, program: Program): Generated<CollectionKey> {
  const timeline = timelineOrFault(program.run(program.source));
  if ('message' in timeline) return refused(timeline);
  const faults: Fault[] = [];
  const seen = new Map<ObjectId, number>();
  const objects = spec.objects.flatMap((asked, index) => {
    const [meant, own] =
      typeof asked === 'object' && 'of' in asked ? [asked.of, asked.label] : ([asked, undefined] as const);
    const id = objectMeant(timeline, meant);
    const label = own ?? objectWords(timeline, meant);
    const fault = (message: string) => faults.push({ path: ['objects', index], message });
    if (id === null) {
      fault(`There is no such object: ${label}.`);
      return [];
    }
    if (seen.has(id)) fault(`${label} is the object of place ${seen.get(id)} as well.`);
    seen.set(id, index + 1);
    return { label, ...endOf(timeline, id, label, meant) };
  });
  if (objects.length > 1 && objects.every(({ by }) => by === 'never'))
    faults.push({ path: ['objects'], message: 'None of the objects is ever freed: one word answers all.' });
  if (faults.length > 0) return refused(...faults);
  const steps = timeline.steps.map(({ n, line, source }) => ({ step: n, line, source }));
  const collecting = timeline.steps.filter(({ memory }) => memory.step.collected).map(({ n }) => n);
  return { status: 'made', key: { kind: 'collection', steps, collecting, objects }, warnings: [] };
}

type End = Omit<CollectionKey['objects'][number], 'label'>;

function endOf(timeline: Timeline, id: ObjectId, label: string, meant: ObjectOf): End {
  const step = timeline.steps.find((one) => one.memory.step.freed.some((freed) => freed.id === id));
  if (step === undefined) return { step: null, by: 'never', reason: whyNever(timeline, id, label) };
  const by = step.memory.step.freed.find((freed) => freed.id === id)?.by ?? 'rc';
  const act = `Step ${step.n}, \`${step.source}\`,`;
  const reason =
    by === 'rc'
      ? `${act} takes the last reference to ${label} away: its count is 0 and it is freed at once.`
      : `No name leads to ${label} any more, but a cycle keeps its count above 0. ${act} runs the collector, which finds it unreachable.${unreachableSince(timeline, id, step.n, meant)}`;
  return { step: step.n, by, reason };
}

function whyNever(timeline: Timeline, id: ObjectId, label: string): string {
  const held = holders(timeline.end).get(id) ?? [];
  const by = held.map((holder) => holder.label).slice(0, 3);
  const words = by.length === 0 ? '' : ` It is held by: ${by.join('; ')}.`;
  return `Up to the end of the program the count of ${label} is never 0, and the collector does not free it.${words}`;
}

/** The step after which the name that told the object no longer refers to it. */
function unreachableSince(timeline: Timeline, id: ObjectId, freedAt: number, meant: ObjectOf): string {
  if (typeof meant === 'object' && 'line' in meant) return '';
  const name = typeof meant === 'string' ? meant : meant.name;
  const lost = timeline.steps.findLast(
    (step) => step.n < freedAt && step.memory.step.frames[0]?.names[name] === id,
  );
  return lost === undefined || lost.n + 1 >= freedAt
    ? ''
    : ` The name ${name} left it at step ${lost.n + 1} already.`;
}
