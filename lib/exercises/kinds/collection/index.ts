import { type Cell, readCell } from '../../cells/cell';
import { showHow } from '../../cells/words';
import { cellsInstead } from '../cells-instead';
import { type ExerciseKind, nothingToRun, type PartReading } from '../contract';
import { type CellsMistake, cellsMistakeSchema } from '../trace-table/schema';
import { believedEnds } from './believed';
import { generateCollection } from './generate';
import { type CollectionKey, collectionKeySchema } from './key';
import {
  type CollectionAnswer,
  type CollectionSpec,
  collectionAnswerSchema,
  collectionSpecSchema,
  type PublicCollection,
  publicCollectionSchema,
} from './schema';

export interface CollectionShapes {
  readonly spec: CollectionSpec;
  readonly key: CollectionKey;
  readonly public: PublicCollection;
  readonly answer: CollectionAnswer;
  readonly part: Cell;
  readonly evidence: null;
  readonly mistake: CellsMistake;
}

const asks = ['when', 'how'] as const;

/** Say at which step each object is freed, and whether by its reference count, by the collector, or never. */
export const collection: ExerciseKind<CollectionShapes> = {
  ...nothingToRun,
  kind: 'collection',
  shuffles: false,
  believed: believedEnds,
  spec: collectionSpecSchema,
  answer: collectionAnswerSchema,
  key: collectionKeySchema,
  public: publicCollectionSchema,
  mistake: cellsMistakeSchema,
  generate: generateCollection,
  render: (key) => ({
    kind: 'collection',
    steps: key.steps,
    objects: key.objects.map(({ label }, index) => ({
      label,
      cells: asks.map((type) => ({ id: `${index + 1}.${type}`, type })),
    })),
  }),
  parse: parseCollection,
  solve: solveCollection,
  blank: { kind: 'collection', cells: {} },
  mistaken: (key, { cells }) => cellsInstead(solveCollection(key), cells),
};

function solveCollection(key: CollectionKey): CollectionAnswer {
  const cells = key.objects.flatMap(({ step, by }, index) => [
    [`${index + 1}.when`, step === null ? 'never' : String(step)] as const,
    [`${index + 1}.how`, showHow(by)] as const,
  ]);
  return { kind: 'collection', cells: Object.fromEntries(cells) };
}

function parseCollection(key: CollectionKey, answer: CollectionAnswer): readonly PartReading<Cell>[] {
  return key.objects.flatMap((_, index) => {
    const typed = (type: (typeof asks)[number]) => {
      const id = `${index + 1}.${type}`;
      return Object.hasOwn(answer.cells, id) ? (answer.cells[id] ?? '') : '';
    };
    return asks.map((type): PartReading<Cell> => {
      const other = readCell(type === 'when' ? 'how' : 'when', typed(type === 'when' ? 'how' : 'when'));
      const own = readCell(type, typed(type));
      // What is never freed is freed by nothing: one of the two says both.
      const reading = own.status === 'blank' && saysNever(other) ? readCell(type, 'never') : own;
      const part = { cell: `${index + 1}.${type}`, typed: typed(type) };
      if (reading.status !== 'read') return { ...part, reading };
      return { ...part, reading: { status: 'read', value: reading.cell, shown: reading.shown } };
    });
  });
}

function saysNever(reading: ReturnType<typeof readCell>): boolean {
  if (reading.status !== 'read') return false;
  const { cell } = reading;
  return (cell.type === 'when' && cell.step === null) || (cell.type === 'how' && cell.by === 'never');
}
