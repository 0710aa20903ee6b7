'use client';

import { valueAt } from '@/lib/exercises/form/read-form';
import * as words from '../../../../_words';
import styles from '../form.module.css';
import { ListEditor } from '../list-editor';
import { ObjectPlace } from '../object-place';
import { ListPlace, NumberPlace, TextPlace } from '../place-fields';

const t = words.exerciseForm;

/** The objects that are asked about. */
export function CollectionPart() {
  return (
    <ListEditor
      place={['objects']}
      title={t.collection.objects}
      itemName={t.collection.object}
      add={t.collection.add}
      fresh={() => 'A'}
    >
      {(object, place) => {
        const isLabelled = valueAt(object, ['of']) !== undefined;
        return (
          <>
            <ObjectPlace place={isLabelled ? [...place, 'of'] : place} label={t.collection.which} />
            {isLabelled && <TextPlace place={[...place, 'label']} label={t.collection.label} />}
          </>
        );
      }}
    </ListEditor>
  );
}

/** The lines that are shown instead of asked. */
export function OutputPart() {
  return <ListPlace place={['given']} label={t.output.given} note={t.output.givenNote} />;
}

/** The state that is drawn. */
export function MemoryDiagramPart() {
  return (
    <div className={styles.row}>
      <NumberPlace place={['after']} label={t.diagram.after} note={t.diagram.afterNote} />
      <ListPlace place={['names']} label={t.diagram.names} note={t.diagram.namesNote} />
    </div>
  );
}
