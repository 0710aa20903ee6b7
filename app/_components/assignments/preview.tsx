import { readLocal } from '@/lib/classroom/assignments/zones';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import styles from './assignments.module.css';
import type { FormValues } from './form/values';

/** What students see and when, by the clocks of the course: as the form stands. */
export function Preview({ values, timeZone }: { values: FormValues; timeZone: string }) {
  const t = words.assignments;
  const late = {
    percentPerDay: Number(values.latePercent) || 0,
    graceMinutes: Number(values.lateGraceMinutes) || 0,
    floorPercent: Number(values.lateFloorPercent) || 0,
  };
  const at = (text: string, none: string) => {
    if (text === '') return none;
    const entry = readLocal(text, timeZone);
    return entry.type === 'instant' ? t.instant(entry.at, timeZone) : text;
  };
  const due = readLocal(values.due, timeZone);
  return (
    <Panel padded aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      <dl className={styles.facts}>
        <dt>{t.opens}</dt>
        <dd>
          {at(values.opens, '')}
          <p>{t.previewNow.before}</p>
          <p>{t.previewNow.open}</p>
        </dd>
        <dt>{t.due}</dt>
        <dd>
          {at(values.due, t.noDue)}
          <p>{t.latePolicy({ late, dueAt: due.type === 'instant' ? due.at : null })}</p>
        </dd>
        <dt>{t.closes}</dt>
        <dd>
          {at(values.closes, t.noClose)}
          <p>{t.allowance}</p>
        </dd>
        <dt>{t.feedback}</dt>
        <dd>{t.previewNow.feedback[values.feedback]}</dd>
        <dt>{t.solutions}</dt>
        <dd>
          {t.previewNow.solutions[values.solutions]}
          <p>{t.previewNow.practice}</p>
        </dd>
      </dl>
    </Panel>
  );
}
