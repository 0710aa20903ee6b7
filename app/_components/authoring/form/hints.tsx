'use client';

import * as words from '../../../_words';
import styles from './form.module.css';
import { ListEditor } from './list-editor';
import { AreaPlace, NumberPlace, TextPlace } from './place-fields';

/** The hints of the exercise, each with the step and the column that it points to. */
export function HintList() {
  const t = words.exerciseForm.hints;
  return (
    <ListEditor
      place={['hints']}
      title={t.title}
      note={t.note}
      itemName={t.item}
      add={t.add}
      fresh={() => ({ text: '' })}
      optional
    >
      {(_, place) => (
        <>
          <AreaPlace place={[...place, 'text']} label={t.text} />
          <div className={styles.row}>
            <NumberPlace place={[...place, 'step']} label={t.step} />
            <TextPlace place={[...place, 'column']} label={t.column} optional />
          </div>
        </>
      )}
    </ListEditor>
  );
}
