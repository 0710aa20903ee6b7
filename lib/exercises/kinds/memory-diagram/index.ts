import { timelineOrFault } from '../../facts/finished';
import { type ExerciseKind, nothingToRun, type PartReading } from '../contract';
import { believedDrawing } from './believed';
import { cellsOf } from './cells';
import { drawingAt, generateMemoryDiagram } from './generate';
import { type MemoryDiagramKey, memoryDiagramKeySchema } from './key';
import { bestNames } from './match';
import {
  drawnTypes,
  type MemoryDiagramAnswer,
  type MemoryDiagramMistake,
  type MemoryDiagramSpec,
  memoryDiagramAnswerSchema,
  memoryDiagramMistakeSchema,
  memoryDiagramSpecSchema,
  type PublicMemoryDiagram,
  publicMemoryDiagramSchema,
} from './schema';
import { objectWords } from './words';

export interface MemoryDiagramShapes {
  readonly spec: MemoryDiagramSpec;
  readonly key: MemoryDiagramKey;
  readonly public: PublicMemoryDiagram;
  readonly answer: MemoryDiagramAnswer;
  /** What a cell says, in terms of the true drawing's objects. */
  readonly part: string;
  readonly evidence: null;
  readonly mistake: MemoryDiagramMistake;
}

/** Draw the state after a step: which name and which slot refers to which object, and which arrays share a buffer. */
export const memoryDiagram: ExerciseKind<MemoryDiagramShapes> = {
  ...nothingToRun,
  kind: 'memory-diagram',
  shuffles: false,
  believed: believedDrawing,
  spec: memoryDiagramSpecSchema,
  answer: memoryDiagramAnswerSchema,
  key: memoryDiagramKeySchema,
  public: publicMemoryDiagramSchema,
  mistake: memoryDiagramMistakeSchema,
  generate: generateMemoryDiagram,
  render: ({ after, drawing }) => ({
    kind: 'memory-diagram',
    after,
    names: Object.keys(drawing.names),
    types: [...drawnTypes],
  }),
  parse: parseDrawing,
  solve: (key) => key.drawing,
  blank: { kind: 'memory-diagram', names: {}, objects: [] },
  mistaken: (_, { program: source }, spec, { run }) => {
    const timeline = timelineOrFault(run(source), 'The program of the wrong answer');
    if ('message' in timeline) return timeline.message;
    const drawing = drawingAt(spec, timeline);
    return 'message' in drawing ? drawing.message : drawing;
  },
};

function parseDrawing(key: MemoryDiagramKey, answer: MemoryDiagramAnswer): readonly PartReading<string>[] {
  const said = cellsOf(key.drawing, answer, bestNames(key.drawing, answer));
  return key.cells.map(({ cell }) => {
    const value = said.get(cell);
    if (value === undefined) return { cell, typed: '', reading: { status: 'blank' } };
    const shown = cell.startsWith('buffer.')
      ? value
          .split(' ')
          .map((one) => shownOf(key, one))
          .join(' and ')
      : shownOf(key, value);
    return { cell, typed: shown, reading: { status: 'read', value, shown } };
  });
}

/** What a cell says, for people: objects by a name that truly refers to them. */
function shownOf(key: MemoryDiagramKey, value: string): string {
  if (value === 'other') return 'another object';
  if (value === 'alone') return 'its own';
  const object = key.drawing.objects.find((one) => one.id === value);
  return object === undefined ? value : objectWords(key.drawing, value);
}
