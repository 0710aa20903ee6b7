'use client';

import * as words from '../../../../_words';
import { AreaPlace, ListPlace, NumberPlace } from '../place-fields';
import { GoalEditor } from './goal-list';

const t = words.exerciseForm;

/** A program to be written: its goals, and a program that meets them. */
export function ProgramPart() {
  return (
    <>
      <GoalEditor />
      <AreaPlace place={['solution']} label={t.program.solution} note={t.program.solutionNote} code />
    </>
  );
}

/** Lines to be put in order: the goals, the lines that do not belong, and those that stay. */
export function OrderPart() {
  return (
    <>
      <GoalEditor />
      <ListPlace
        place={['distractors']}
        label={t.orderPart.distractors}
        note={t.orderPart.distractorsNote}
        separator={'\n'}
      />
      <NumberPlace place={['head']} label={t.orderPart.head} note={t.orderPart.headNote} />
    </>
  );
}
