'use client';

import { useState } from 'react';
import { type KindName, kindChanged } from '@/lib/exercises/form/change-kind';
import { textAt, valueAt } from '@/lib/exercises/form/read-form';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { type Belief, BeliefChoice } from './beliefs';
import styles from './form.module.css';
import { placeKey, useForm } from './form-context';
import { HintList } from './hints';
import { ChoicePart } from './kinds/choice-part';
import { OrderPart, ProgramPart } from './kinds/program-parts';
import { CollectionPart, MemoryDiagramPart, OutputPart } from './kinds/small-parts';
import { TraceTablePart } from './kinds/trace-table-part';
import { AreaPlace, ListPlace, SelectPlace, TextPlace } from './place-fields';

const kinds = Object.keys(words.kinds.name) as KindName[];

interface FormProps {
  snippet: string;
  beliefs: readonly Belief[];
  /** The whole text, to go back to it after the kind was changed. */
  yaml: string;
  onYaml: (yaml: string) => void;
}

/** exercise.yaml, field by field. */
export function ExerciseForm({ snippet, beliefs, yaml, onYaml }: FormProps) {
  const t = words.exerciseForm;
  const { data, edit, problemAt } = useForm();
  const [before, setBefore] = useState<string | null>(null);
  const kind = kinds.find((one) => one === textAt(data, ['kind'])) ?? null;
  const wrongKind = problemAt(['kind']);
  return (
    <div className={styles.form}>
      <TextPlace place={['title']} label={t.title} />
      <SelectField
        label={t.kind}
        data-place={placeKey(['kind'])}
        {...(wrongKind !== undefined && { error: wrongKind })}
        options={[
          ...(kind === null ? ([['', t.noKind]] as const) : []),
          ...kinds.map((one) => [one, words.kinds.name[one]] as const),
        ]}
        value={kind ?? ''}
        onChange={({ target }) => {
          const next = kinds.find((one) => one === target.value);
          if (next === undefined) return;
          setBefore(yaml);
          edit(...kindChanged(data, next, snippet));
        }}
      />
      {before !== null && (
        <Notice title={t.kindChanged}>
          <div>
            <Button
              small
              onClick={() => {
                onYaml(before);
                setBefore(null);
              }}
            >
              {t.undo}
            </Button>
          </div>
        </Notice>
      )}
      <AreaPlace place={['prompt']} label={t.prompt} note={t.markdown} />
      {kind === 'trace-table' && <TraceTablePart />}
      {kind === 'collection' && <CollectionPart />}
      {kind === 'output' && <OutputPart />}
      {kind === 'memory-diagram' && <MemoryDiagramPart />}
      {kind === 'choice' && <ChoicePart beliefs={beliefs} />}
      {kind === 'program' && <ProgramPart />}
      {kind === 'order' && <OrderPart />}
      <HintList />
      <AreaPlace place={['explanation']} label={t.explanation} note={t.explanationNote} />
      <div className={styles.row}>
        <ListPlace place={['concepts']} label={t.concepts} note={t.conceptsNote} />
        <SelectPlace
          place={['difficulty']}
          label={t.difficulty}
          options={[1, 2, 3, 4, 5].map((n) => [String(n), t.level(n)])}
        />
      </div>
      <BeliefChoice beliefs={beliefs} />
      {valueAt(data, ['parameters']) !== undefined && <p className={styles.note}>{t.parameters}</p>}
      {valueAt(data, ['parameters']) === undefined && <p className={styles.note}>{t.noParameters}</p>}
      {valueAt(data, ['wrong']) !== undefined && <p className={styles.note}>{t.wrong}</p>}
    </div>
  );
}
