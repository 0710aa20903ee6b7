import { Check, Equal } from 'lucide-react';
import type { DraftMisconceptions, ShownMisconception } from '@/lib/classroom/authoring';
import type { PublicExercise } from '@/lib/exercises/browser';
import * as words from '../../../_words';
import { Chip } from '../../ui/chip';
import { Panel } from '../../ui/panel';
import { Fingerprint } from './fingerprint';
import styles from './preview.module.css';

interface ToldProps {
  /** Null: not computed yet, or not to be computed while there is an error. */
  told: DraftMisconceptions | null;
  question: PublicExercise | null;
  busy: boolean;
}

/** The misconceptions that the exercise tells from the truth, and which it cannot tell from each other. */
export function ToldApart({ told, question, busy }: ToldProps) {
  const t = words.authoring.editor;
  const titles = new Map(told?.shown.map(({ id, title }) => [id, title]));
  return (
    <Panel padded aria-labelledby="told-apart" className={styles.block ?? ''} aria-busy={busy}>
      <h2 id="told-apart">{told === null ? t.told.waiting : t.told.title(told.shown.length)}</h2>
      <p className={styles.note}>
        {told === null && !busy ? t.told.none2 : t.told.lead}
        {told !== null && told.counted > 1 && ` ${t.told.variants(told.different, told.counted)}`}
      </p>
      {busy && <p className={styles.note}>{t.status.computing}</p>}
      {told?.untold.map(({ id, title }) => (
        <p key={id} className={styles.untold}>
          <Chip tone="no">{t.told.named}</Chip> {t.told.untold(title)}
        </p>
      ))}
      {told !== null && told.shown.length === 0 && <p>{t.told.none}</p>}
      {told !== null && told.shown.length > 0 && (
        <ul className={styles.told}>
          {told.shown.map((one) => (
            <Told
              key={one.id}
              one={one}
              like={one.like.map((id) => titles.get(id) ?? id)}
              question={question}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Told({
  one,
  like,
  question,
}: {
  one: ShownMisconception;
  like: readonly string[];
  question: PublicExercise | null;
}) {
  const t = words.authoring.editor.told;
  const facts = [t.cells(one.cells.length), t.onVariants(one.shown, one.of)].filter(Boolean).join(', ');
  return (
    <li>
      {question?.kind === 'trace-table' && (
        <Fingerprint question={question} wrong={new Set(one.cells.map(({ cell }) => cell))} />
      )}
      <details>
        <summary>
          <b>{one.title}</b> {one.named && <Chip>{t.named}</Chip>}
          <small>{facts}</small>
          {like.length > 0 && <small>{t.like(like)}</small>}
        </summary>
        <p>{one.belief.replaceAll('`', '')}</p>
        <ul>
          {one.cells.map(({ cell, label, says }) => (
            <li key={cell}>{t.says(label.replaceAll('`', ''), says)}</li>
          ))}
        </ul>
      </details>
      <span
        className={like.length > 0 ? styles.alike : styles.apart}
        title={like.length > 0 ? t.alike : t.apart}
      >
        {like.length > 0 ? <Equal size={16} aria-hidden="true" /> : <Check size={16} aria-hidden="true" />}
        <span className="sr">{like.length > 0 ? t.alike : t.apart}</span>
      </span>
    </li>
  );
}
