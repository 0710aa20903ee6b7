'use client';

import { stringify } from 'yaml';
import type { Place } from '@/lib/exercises/form/edit-yaml';
import { textAt, valueAt } from '@/lib/exercises/form/read-form';
import * as words from '../../../../_words';
import { SelectField } from '../../../ui/select-field';
import type { Belief } from '../beliefs';
import styles from '../form.module.css';
import { useForm } from '../form-context';
import { ListEditor } from '../list-editor';
import { SelectPlace, TextPlace } from '../place-fields';
import { AskPlace } from './ask-place';

/** How an option says what it says. */
type OptionWay = 'value' | 'machine' | 'ask' | 'text';

function wayOf(option: unknown): OptionWay {
  if (typeof option !== 'object' || option === null) return 'value';
  if ('is' in option) return 'value';
  if ('ask' in option) return 'ask';
  if ('instead' in option || 'when' in option) return 'text';
  return 'believes' in option ? 'machine' : 'text';
}

/** What is asked, and the options. Which of them is right the trace says. */
export function ChoicePart({ beliefs }: { beliefs: readonly Belief[] }) {
  const t = words.exerciseForm.choice;
  return (
    <>
      <AskPlace place={['ask']} title={t.ask} optional />
      <ListEditor
        place={['options']}
        title={t.options}
        note={t.optionsNote}
        itemName={t.option}
        add={t.addOption}
        fresh={() => ''}
      >
        {(option, place) => <OptionFields option={option} place={place} beliefs={beliefs} />}
      </ListEditor>
      <div className={styles.row}>
        <SelectPlace
          place={['several']}
          label={t.several}
          byDefault="false"
          options={[
            ['false', t.one],
            ['true', t.more],
          ]}
        />
        <SelectPlace
          place={['order']}
          label={t.order}
          byDefault="shuffled"
          options={[
            ['shuffled', t.shuffled],
            ['fixed', t.fixed],
          ]}
        />
      </div>
    </>
  );
}

function OptionFields({
  option,
  place,
  beliefs,
}: {
  option: unknown;
  place: Place;
  beliefs: readonly Belief[];
}) {
  const t = words.exerciseForm.choice;
  const { edit } = useForm();
  const way = wayOf(option);
  if (way === 'text')
    return (
      <>
        <pre className={styles.asText}>{stringify(option).trimEnd()}</pre>
        <p className={styles.note}>{t.asText}</p>
      </>
    );
  const isMap = typeof option === 'object' && option !== null;
  const believes = textAt(option, ['believes']);
  const known = beliefs.map(({ id, title }) => [id, title] as const);
  const put = (next: string) => {
    const first = believes || (beliefs[0]?.id ?? '');
    if (next === 'machine') edit({ set: place, to: { believes: first } });
    else if (next === 'ask')
      edit({ set: place, to: { ask: { value: 'A', step: 'end' }, ...(believes !== '' && { believes }) } });
    else edit({ set: place, to: believes === '' ? '' : { is: '', believes } });
  };
  return (
    <div className={styles.row}>
      <SelectField
        label={t.way}
        options={(['value', 'ask', 'machine'] as const).map((one) => [one, t.ways[one]])}
        value={way}
        onChange={({ target }) => put(target.value)}
      />
      {way === 'value' && <TextPlace place={isMap ? [...place, 'is'] : place} label={t.value} />}
      {way === 'ask' && <AskPlace place={[...place, 'ask']} title={t.askOption} />}
      {way === 'machine' && <SelectPlace place={[...place, 'believes']} label={t.machine} options={known} />}
      {way !== 'machine' && (
        <SelectField
          label={t.believes}
          options={[['', t.nobody], ...known]}
          value={believes}
          onChange={({ target: { value } }) => {
            if (isMap && way === 'value' && value === '') edit({ set: place, to: textAt(option, ['is']) });
            else if (!isMap)
              edit({ set: place, to: { is: (valueAt(option, []) ?? '') as string, believes: value } });
            else
              edit(
                value === ''
                  ? { remove: [...place, 'believes'] }
                  : { set: [...place, 'believes'], to: value },
              );
          }}
        />
      )}
    </div>
  );
}
