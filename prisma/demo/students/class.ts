/** The synthetic students of the demo course: what they believe, and how they work. The same ones on every machine. */
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import { Chance } from './slips';

export interface DemoStudent {
  readonly name: string;
  readonly email: string;
  readonly section: string;
  /** None to two, which weaken from attempt to attempt. */
  readonly beliefs: readonly MisconceptionId[];
  /** How often a cell is a slip. */
  readonly slips: number;
  /** How likely it is that work is done at all. */
  readonly diligence: number;
  /** How long they take, where 1 is usual. */
  readonly pace: number;
}

export const sections = ['Monday group', 'Thursday group'] as const;

/** Raised when the class should become another one. */
export const classSeed = 2026;

/** The first eight are those that `course.ts` lets answer the first lesson's quiz from ideas written by hand. */
const known: Readonly<Record<string, Partial<DemoStudent>>> = {
  // Nothing but the lesson: pages that have one attempt on them, and two.
  Ada: { diligence: 0 },
  Bela: { diligence: 0 },
  Chidi: { beliefs: ['AssignmentCopiesObject', 'CountsNamesOnly'] },
  Dana: { beliefs: ['DelDestroysObject'] },
  Emre: { beliefs: [], slips: 0.1 },
  Fatima: { beliefs: ['NothingFreedBeforeCollect'] },
  Goran: { beliefs: [], diligence: 0.4 },
  Hana: { diligence: 0 },
};

const others = [
  ...['Ilse', 'Jamal', 'Keiko', 'Liam', 'Mila', 'Noor', 'Oscar', 'Priya', 'Quentin', 'Rosa', 'Sven'],
  ...['Tara', 'Umar', 'Vera', 'Wanda', 'Xenia', 'Yusuf', 'Zoe', 'Anouk', 'Boris', 'Carmen', 'Dario'],
  ...['Elif', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kaya', 'Lucia', 'Marek', 'Nadia'],
];

/** How often each belief is held, against the others. */
const weights: readonly (readonly [MisconceptionId, number])[] = [
  ['AssignmentCopiesObject', 9],
  ['DelDestroysObject', 6],
  ['NothingFreedBeforeCollect', 5],
  ['CountsNamesOnly', 5],
  ['ReferenceToVariable', 3],
  ['NoneFrees', 3],
  ['ListSliceIsView', 3],
  ['AssignmentWritesInPlace', 2],
];
const urn = weights.flatMap(([id, weight]) => Array.from({ length: weight }, () => id));

/** Forty of them. */
export const demoStudents: readonly DemoStudent[] = [...Object.keys(known), ...others].map((first, index) => {
  const chance = new Chance(classSeed, first);
  return {
    name: `${first} (demo)`,
    email: `${first.toLowerCase()}@demo.lastref`,
    section: sections[index % sections.length] ?? sections[0],
    beliefs: drawBeliefs(chance),
    slips: chance.pick([0.02, 0.03, 0.05, 0.08]) ?? 0.05,
    diligence: chance.pick([0.6, 0.8, 0.95, 1]) ?? 1,
    pace: chance.pick([0.6, 0.8, 1, 1.3, 1.8]) ?? 1,
    ...known[first],
  };
});

/** None for a quarter, one for a half, two for a quarter. */
function drawBeliefs(chance: Chance): MisconceptionId[] {
  const count = chance.pick([0, 1, 1, 2]) ?? 0;
  const held = new Set<MisconceptionId>();
  while (held.size < count) held.add(chance.pick(urn) ?? 'AssignmentCopiesObject');
  return [...held];
}
