'use client';

import type { Choices } from '@/lib/classroom/assignments';
import * as words from '../../../_words';
import { errorOf } from '../../teacher/form-fields';
import { ItemList, type ItemValue } from '../../teacher/item-list';
import styles from '../assignments.module.css';
import { Choice } from './choice';

interface ItemFieldsProps {
  items: readonly ItemValue[];
  choices: Pick<Choices, 'exercises' | 'lessons' | 'quizzes'>;
  /** By field: 'items', 'items.2.points'. */
  errors: Readonly<Record<string, string>>;
  onChange: (items: readonly ItemValue[]) => void;
}

/** The items of an assignment in their order, added from lists: one exercise, all of a quiz, or a lesson. */
export function ItemFields({ items, choices, errors, onChange }: ItemFieldsProps) {
  const t = words.assignments.field;
  const wrong = errorOf(errors, 'items').error;
  const taken = new Set(items.map(({ id }) => id));
  const add = (type: ItemValue['type'], id: string) => {
    const offered = type === 'exercise' ? choices.exercises : choices.lessons;
    const one = offered.find((choice) => choice.id === id);
    if (!one) return;
    const { title } = one;
    onChange([...items, type === 'exercise' ? { type, id, title, points: '10' } : { type, id, title }]);
  };
  const addQuiz = (quizId: string) => {
    const own = choices.quizzes.find(({ id }) => id === quizId)?.items ?? [];
    const fresh = own.filter(({ id }) => !taken.has(id));
    onChange([
      ...items,
      ...fresh.map(({ id, title, points }) => ({
        type: 'exercise' as const,
        id,
        title,
        points: String(points),
      })),
    ]);
  };
  const offers = (list: readonly { id: string; title: string }[]) => [
    ['', t.choose] as const,
    ...list.filter(({ id }) => !taken.has(id)).map(({ id, title }) => [id, title] as const),
  ];
  return (
    <section aria-label={words.assignments.items}>
      <h2>{words.assignments.items}</h2>
      {wrong && (
        <p className={styles.error} data-field-error="items" tabIndex={-1}>
          {wrong}
        </p>
      )}
      {items.length === 0 && <p className={styles.note}>{t.noItems}</p>}
      <ItemList items={items} errors={errors} onChange={onChange} />
      <div className={styles.row}>
        <Choice
          label={t.addExercise}
          value=""
          options={offers(choices.exercises)}
          onChange={(id) => add('exercise', id)}
        />
        <Choice label={t.addQuiz} value="" options={offers(choices.quizzes)} onChange={addQuiz} />
        <Choice
          label={t.addLesson}
          value=""
          options={offers(choices.lessons)}
          onChange={(id) => add('lesson', id)}
        />
      </div>
    </section>
  );
}
