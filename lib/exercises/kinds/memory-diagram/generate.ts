import { timelineOrFault } from '../../facts/finished';
import { moduleNames } from '../../facts/names';
import { memoryAfter, referent, type Timeline } from '../../facts/timeline';
import { type Fault, type Generated, type Program, refused } from '../contract';
import { cellsOf } from './cells';
import { drawingOf } from './drawing';
import type { MemoryDiagramKey } from './key';
import type { MemoryDiagramAnswer, MemoryDiagramSpec } from './schema';
import { cellWords } from './words';

/** Draws the state. Refused: a step or name that is not there, a state that cannot be drawn, one without objects. */
export function generateMemoryDiagram(
  spec: MemoryDiagramSpec,
  program: Program,
): Generated<MemoryDiagramKey> {
  const timeline = timelineOrFault(program.run(program.source));
  if ('message' in timeline) return refused(timeline);
  const drawing = drawingAt(spec, timeline);
  if ('message' in drawing) return refused(drawing);
  if (drawing.objects.length === 0)
    return refused({ path: ['after'], message: 'No name refers to an object.' });
  const said = cellsOf(drawing, drawing, new Map(drawing.objects.map(({ id }) => [id, id])));
  const step = spec.after === 'end' ? undefined : timeline.steps[spec.after - 1];
  const cells = [...said].map(([cell, says]) => {
    const words = cellWords(drawing, cell, says ?? '');
    return { cell, says: says ?? '', ...words, reason: words.reason + bindingWords(timeline, spec, cell) };
  });
  const after = step === undefined ? null : { step: step.n, line: step.line, source: step.source };
  return { status: 'made', key: { kind: 'memory-diagram', after, drawing, cells }, warnings: [] };
}

/** The step that bound or removed the name of a cell last; nothing for the other cells. */
function bindingWords(timeline: Timeline, { after }: MemoryDiagramSpec, cell: string): string {
  const name = cell.startsWith('name.') ? cell.slice('name.'.length) : null;
  const until = after === 'end' ? timeline.steps.at(-1) : timeline.steps[after - 1];
  if (name === null || until === undefined) return '';
  const now = referent(until.memory, name);
  const other = timeline.steps.findLast(({ n, memory }) => n < until.n && referent(memory, name) !== now);
  const step = timeline.steps[other?.n ?? 0];
  if (step === undefined || (now === undefined && other === undefined)) return '';
  return ` Step ${step.n}, \`${step.source}\`, ${now === undefined ? 'removes' : 'binds'} ${name}.`;
}

/** The drawing of a program after the step that is asked about. */
export function drawingAt(spec: MemoryDiagramSpec, timeline: Timeline): MemoryDiagramAnswer | Fault {
  const memory = memoryAfter(timeline, spec.after);
  if (memory === undefined) return { path: ['after'], message: `The program has no step ${spec.after}.` };
  const known = namesEver(timeline);
  const wanted = spec.names ?? known.filter((name) => drawable(timeline, name));
  const index = wanted.findIndex((name) => !known.includes(name));
  if (index >= 0) return { path: ['names', index], message: `The name ${wanted[index]} is never bound.` };
  const drawing = drawingOf(memory, wanted);
  return typeof drawing === 'string' ? { path: ['after'], message: drawing } : drawing;
}

/** Every name of the module that is bound after some step, in the order of binding. */
function namesEver(timeline: Timeline): string[] {
  return [...new Set(timeline.steps.flatMap((step) => moduleNames(step.memory)))];
}

/** Whether a name is worth a place in the drawing: functions and classes are not. */
function drawable(timeline: Timeline, name: string): boolean {
  return timeline.steps.every(({ memory }) => {
    const value = referent(memory, name);
    const kind = typeof value === 'number' ? memory.objects.get(value)?.kind : undefined;
    const isClass = typeof value === 'string' && value.startsWith('<');
    return kind !== 'function' && kind !== 'class' && !isClass;
  });
}
