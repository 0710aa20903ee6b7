import { type Cell, readCell } from '../../cells/cell';
import { cellsInstead } from '../cells-instead';
import { type ExerciseKind, nothingToRun, type PartReading } from '../contract';
import { type CellsMistake, cellsMistakeSchema } from '../trace-table/schema';
import { believedOutput } from './believed';
import { generateOutput } from './generate';
import { type OutputKey, outputKeySchema } from './key';
import {
  type OutputAnswer,
  type OutputSpec,
  outputAnswerSchema,
  outputSpecSchema,
  type PublicOutput,
  publicOutputSchema,
} from './schema';

export interface OutputShapes {
  readonly spec: OutputSpec;
  readonly key: OutputKey;
  readonly public: PublicOutput;
  readonly answer: OutputAnswer;
  readonly part: Cell;
  readonly evidence: null;
  readonly mistake: CellsMistake;
}

/** Predict what is printed, line by line. */
export const output: ExerciseKind<OutputShapes> = {
  ...nothingToRun,
  kind: 'output',
  shuffles: false,
  believed: (key, _, program) => believedOutput(key, program),
  spec: outputSpecSchema,
  answer: outputAnswerSchema,
  key: outputKeySchema,
  public: publicOutputSchema,
  mistake: cellsMistakeSchema,
  generate: generateOutput,
  render: (key) => ({
    kind: 'output',
    lines: key.lines.map(({ text, given }, index) => ({ id: String(index + 1), given: given ? text : null })),
  }),
  parse: parseOutput,
  solve: solveOutput,
  blank: { kind: 'output', cells: {} },
  mistaken: (key, { cells }) => cellsInstead(solveOutput(key), cells),
};

/** The lines that are asked, with their numbers. */
function askedLines(key: OutputKey): { id: string; text: string }[] {
  return key.lines.flatMap(({ text, given }, index) => (given ? [] : [{ id: String(index + 1), text }]));
}

function solveOutput(key: OutputKey): OutputAnswer {
  return {
    kind: 'output',
    cells: Object.fromEntries(askedLines(key).map(({ id, text }) => [id, text])),
  };
}

function parseOutput(key: OutputKey, answer: OutputAnswer): readonly PartReading<Cell>[] {
  return askedLines(key).map(({ id }) => {
    const typed = Object.hasOwn(answer.cells, id) ? (answer.cells[id] ?? '') : '';
    const reading = readCell('line', typed);
    if (reading.status !== 'read') return { cell: id, typed, reading };
    return { cell: id, typed, reading: { status: 'read', value: reading.cell, shown: reading.shown } };
  });
}
