/** A drawing as parts: each name, and each object with its slots. */
import * as words from '../../../../_words';
import type { AnswerOf, ExerciseOf } from '../../model';
import { type Drawing, drawnName, referenceText } from './drawing';

interface DrawnPart {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Nobody asks for it: it is there because it was drawn. */
  readonly unasked?: boolean;
}

/** The names, which are asked, and the objects, which are there as soon as they are drawn. */
export function drawnParts(
  exercise: Pick<ExerciseOf<'memory-diagram'>, 'names'>,
  drawing: AnswerOf<'memory-diagram'>,
): DrawnPart[] {
  const names = exercise.names.map((name) => ({
    id: `name.${name}`,
    label: words.kinds.diagram.target(name),
    text: referenceText(drawing, drawing.names[name]),
  }));
  const objects = drawing.objects.map((object) => ({
    id: `object.${object.id}`,
    label: drawnName(drawing, object.id),
    text: objectText(drawing, object),
    unasked: true,
  }));
  return [...names, ...objects];
}

function objectText(drawing: Drawing, object: Drawing['objects'][number]): string {
  const t = words.kinds.diagram;
  const slots = Object.entries(object.slots).map(
    ([slot, to]) => `${slot === 'base' ? t.base : `[${slot}]`}: ${referenceText(drawing, to) || t.blank}`,
  );
  const sharing = drawing.objects.filter(
    (one) => one.id !== object.id && one.buffer !== null && one.buffer === object.buffer,
  );
  const buffer = sharing.map((one) => t.shared(drawnName(drawing, one.id)));
  return [...slots, ...buffer].join('; ') || object.type;
}
