import type { Cell } from '@/lib/exercises/cells/cell';
import { showHow } from '@/lib/exercises/cells/words';
import type { CollectionKey } from '@/lib/exercises/kinds/collection/key';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { CellMark } from '../../marks';
import { markPart, withoutConstants } from '../mark-part';

/** The step is the harder half: what frees an object is one of three. */
const weightOfStep = 1;
const weightOfHow = 0.5;

type Part = PartReading<Cell>;

/**
 * Marks when each object is freed, and by what. What frees it may follow from a wrong step: at a step that runs the
 * collector the collector does, at another one the count. That something is freed by its count earns nothing for an
 * object of which the step says that it is never freed, and the other way round.
 */
export function gradeCollection(
  key: CollectionKey,
  parts: readonly Part[],
  rules: { readonly followThrough: number },
): CellMark[] {
  const of = (index: number, ask: string) => parts.find((part) => part.cell === `${index + 1}.${ask}`);
  const when: CellMark[] = [];
  const how: CellMark[] = [];
  key.objects.forEach((object, index) => {
    const { label, reason, step, by } = object;
    const truth = { reason, step };
    const [whenPart, howPart] = [of(index, 'when'), of(index, 'how')];
    if (whenPart === undefined || howPart === undefined) return;
    const expected = step === null ? 'never' : String(step);
    const asked = { ...truth, label: `${label}: the step`, expected, weight: weightOfStep };
    when.push(markPart(whenPart, asked, (cell) => cell.type === 'when' && cell.step === step));
    const means = { ...truth, label: `${label}: what frees it`, expected: showHow(by), weight: weightOfHow };
    const mark = markPart(howPart, means, (cell) => cell.type === 'how' && cell.by === by);
    how.push(besideStep(key, mark, step, whenPart, howPart, rules.followThrough));
  });
  return [...withoutConstants(when), ...withoutConstants(how)].toSorted(
    (a, b) => Number.parseInt(a.cell, 10) - Number.parseInt(b.cell, 10),
  );
}

/** The mark of what frees an object, seen together with the step that was written for it. */
function besideStep(
  key: CollectionKey,
  mark: CellMark,
  truth: number | null,
  when: Part,
  how: Part,
  share: number,
): CellMark {
  const said = stepSaid(when);
  if (said === undefined || said === truth) return mark;
  if ((said === null) !== (truth === null) && mark.state === 'correct')
    return { ...mark, state: 'wrong', points: 0 };
  // "never" beside "never" is said once, and earns nothing twice.
  if (mark.state !== 'wrong' || said === null || how.reading.status !== 'read') return mark;
  const follows = key.collecting.includes(said) ? 'gc' : 'rc';
  const { value } = how.reading;
  if (value.type !== 'how' || value.by !== follows || !key.steps.some(({ step }) => step === said))
    return mark;
  const what = follows === 'gc' ? 'runs the collector' : 'does not run the collector';
  const why = `This follows from the step ${said} that you wrote, which ${what}.`;
  return { ...mark, state: 'consistent', points: mark.possible * share, reason: `${why} ${mark.reason}` };
}

/** The step that was written; null for never, undefined where there is none. */
function stepSaid({ reading }: Part): number | null | undefined {
  return reading.status === 'read' && reading.value.type === 'when' ? reading.value.step : undefined;
}
