import type { CellMark } from '@/lib/grading/marks';
import { misconceptions } from '@/lib/simulator/misconceptions';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { BeliefCount, Student, WrongGroup } from './schema';
import { groupedBy } from './statistics';

/** A part that was answered wrongly. */
export interface WrongPart {
  readonly student: Student;
  readonly given: string;
  readonly expected: string;
  /** What was right in the same column one row above; null where there is none. */
  readonly above: string | null;
  /** The named beliefs that explain it. */
  readonly beliefs: readonly MisconceptionId[];
}

/** Whether a part does not say what Python does, be it that it follows from an earlier answer. */
export const isWrong = ({ state }: Pick<CellMark, 'state'>): boolean =>
  state === 'wrong' || state === 'consistent';

/**
 * Wrong answers that say the same, the most frequent first. Where everybody has the same right answer, they are told by
 * what was read; where the variants differ, by how they differ from the right answer of their own variant.
 */
export function wrongGroups(parts: readonly WrongPart[]): WrongGroup[] {
  const varies = new Set(parts.map(({ expected }) => expected)).size > 1;
  const keyOf = (part: WrongPart) =>
    JSON.stringify(varies ? relative(part) : { type: 'value', text: part.given });
  return [...groupedBy(parts, keyOf)]
    .map(([key, members]): WrongGroup => {
      const says = JSON.parse(key) as WrongGroup['says'];
      return {
        says: says.type === 'others' ? { ...says, example: members[0]?.given ?? '' } : says,
        students: members.map(({ student }) => student),
        beliefs: beliefCounts(members.flatMap(({ beliefs }) => beliefs)),
      };
    })
    .toSorted((a, b) => b.students.length - a.students.length || textOf(a).localeCompare(textOf(b), 'en'));
}

const textOf = ({ says }: WrongGroup): string => JSON.stringify(says);

const words = /^(not defined|none|nothing|never|Yes|No|by reference count|by the collector)$/;

function relative({ given, expected, above }: WrongPart): WrongGroup['says'] {
  if (words.test(given)) return { type: 'value', text: given };
  if (/^\d+$/.test(given) && /^\d+$/.test(expected))
    return { type: 'off', by: Number(given) - Number(expected) };
  if (above !== null && given === above) return { type: 'stale' };
  return { type: 'others', example: '' };
}

/** Each belief with how often it was named, the most frequent first. */
export function beliefCounts(named: readonly MisconceptionId[]): BeliefCount[] {
  return [...groupedBy(named, (id) => id).values()]
    .flatMap(([id, ...more]) =>
      id === undefined ? [] : [{ id, title: misconceptions[id].title, students: more.length + 1 }],
    )
    .toSorted((a, b) => b.students - a.students || a.id.localeCompare(b.id, 'en'));
}
