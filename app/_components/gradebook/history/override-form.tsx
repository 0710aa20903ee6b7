'use client';

import { useState } from 'react';
import type { BookAttemptView } from '@/lib/classroom/gradebook';
import type { ActionResult } from '@/lib/web';
import { gradebook } from '../../../_words/gradebook';
import { Field } from '../../ui/field';
import { ReasonForm } from './reason-form';

interface OverrideFormProps {
  courseId: string;
  answer: BookAttemptView['answers'][number];
  override: (input: unknown) => Promise<ActionResult<unknown>>;
}

/** Gives an answer other points than it was graded with, or takes that back. */
export function OverrideForm({ courseId, answer, override }: OverrideFormProps) {
  const t = gradebook;
  const [value, setValue] = useState(String(answer.override ?? answer.marks));
  const { answerId, seenOverride: seen, possible, title } = answer;
  const give = (reason: string) => {
    const points = readPoints(value, possible);
    return points === null
      ? t.badPoints(t.points(possible))
      : override({ courseId, answerId, points, reason, seen });
  };
  return (
    <details>
      <summary>{t.change(title)}</summary>
      <ReasonForm label={t.change(title)} word={t.save} send={give}>
        <Field
          label={t.give}
          note={t.giveNote(t.points(possible))}
          inputMode="decimal"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </ReasonForm>
      {answer.override !== null && (
        <ReasonForm
          label={t.lift}
          word={t.lift}
          send={(reason) => override({ courseId, answerId, points: null, reason, seen })}
        />
      )}
    </details>
  );
}

/** Points with two decimals at most, with a point or a comma; null for anything else. */
function readPoints(text: string, most: number): number | null {
  const plain = text.trim().replace(',', '.');
  const points = Number(plain);
  return /^\d+(\.\d{1,2})?$/.test(plain) && points <= most ? points : null;
}
