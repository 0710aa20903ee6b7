'use client';

import type { Place } from '@/lib/exercises/form/edit-yaml';
import { textAt, valueAt } from '@/lib/exercises/form/read-form';
import { constructs } from '@/lib/exercises/goals/constructs-known';
import * as words from '../../../../_words';
import { Prose } from '../../../ui/prose';
import { SelectField } from '../../../ui/select-field';
import styles from '../form.module.css';
import { useForm } from '../form-context';
import { ListEditor } from '../list-editor';
import { ObjectPlace } from '../object-place';
import { ListPlace, NumberPlace, SelectPlace, TextPlace } from '../place-fields';
import { freshGoal, type GoalType, goalTypeOf, goalTypes } from './goal-types';

/** What the program must bring about; each goal with the sentence that a student reads. */
export function GoalEditor() {
  const t = words.exerciseForm.goals;
  const { edit, goals } = useForm();
  return (
    <ListEditor
      place={['goals']}
      title={t.title}
      note={t.note}
      itemName={t.item}
      add={t.add}
      fresh={() => freshGoal('freed')}
    >
      {(goal, place, n) => {
        const type = goalTypeOf(goal);
        return (
          <>
            {goals[n - 1] !== undefined && (
              <p className={styles.sentence}>
                <Prose text={goals[n - 1] ?? ''} />
              </p>
            )}
            <SelectField
              label={t.type}
              options={[
                ...(type === null ? ([['', t.unknown]] as const) : []),
                ...goalTypes.map((one) => [one, t.types[one]] as const),
              ]}
              value={type ?? ''}
              onChange={({ target }) => {
                const next = goalTypes.find((one) => one === target.value);
                if (next) edit({ set: place, to: freshGoal(next) });
              }}
            />
            {type !== null && <GoalFields type={type} place={place} goal={goal} />}
            <TextPlace place={[...place, 'sentence']} label={t.sentence} optional />
          </>
        );
      }}
    </ListEditor>
  );
}

function GoalFields({ type, place, goal }: { type: GoalType; place: Place; goal: unknown }) {
  const t = words.exerciseForm.goals;
  const { edit } = useForm();
  switch (type) {
    case 'freed':
      return (
        <>
          <ObjectPlace place={[...place, 'freed']} label={t.object} />
          <div className={styles.row}>
            <NumberPlace place={[...place, 'byLine']} label={t.byLine} />
            <SelectPlace
              place={[...place, 'by']}
              label={t.by}
              byDefault=""
              options={[
                ['', t.byAny],
                ['refcount', t.byCount],
                ['collector', t.byCollector],
              ]}
            />
          </div>
        </>
      );
    case 'kept':
    case 'notCopied':
      return <ObjectPlace place={[...place, type]} label={t.object} />;
    case 'countAtMost':
      return (
        <>
          <ObjectPlace place={[...place, 'of']} label={t.object} />
          <NumberPlace place={[...place, 'countAtMost']} label={t.countAtMost} />
        </>
      );
    case 'share':
    case 'apart':
    case 'same':
      return (
        <div className={styles.row}>
          <TextPlace place={[...place, type, 0]} label={t.first} />
          <TextPlace place={[...place, type, 1]} label={t.second} />
        </div>
      );
    case 'value':
      return (
        <div className={styles.row}>
          <TextPlace place={[...place, 'value']} label={t.name} />
          <TextPlace place={[...place, 'is']} label={t.is} />
        </div>
      );
    case 'unbound':
      return <TextPlace place={[...place, 'unbound']} label={t.name} />;
    case 'prints':
      return <ListPlace place={[...place, 'prints']} label={t.prints} separator={'\n'} />;
    case 'linesAtMost':
      return <NumberPlace place={[...place, 'linesAtMost']} label={t.lines} />;
    case 'uses':
    case 'avoids': {
      const isCall = typeof valueAt(goal, [type]) === 'object';
      return (
        <div className={styles.row}>
          <SelectField
            label={t.construct}
            options={[...constructs.map((one) => [one, one] as const), ['call', t.call]]}
            value={isCall ? 'call' : textAt(goal, [type])}
            onChange={({ target: { value } }) =>
              edit({ set: [...place, type], to: value === 'call' ? { call: 'gc.collect' } : value })
            }
          />
          {isCall && <TextPlace place={[...place, type, 'call']} label={t.callName} />}
        </div>
      );
    }
  }
}
