import { memo } from 'react';
import * as words from '../../../_words';
import type { Body as BodyData, Fact } from '../film/film';
import type { CardSize } from '../layout/card-size';
import styles from './body.module.css';

/** The value of an object as it sees itself. */
export const Body = memo(function Body({
  body,
  size,
  valueHeight,
}: {
  body: BodyData;
  size: CardSize;
  valueHeight: number;
}) {
  if (body.type === 'text') return <div className={styles.text}>{body.text}</div>;
  if (body.type === 'slots' && body.slots.length === 0)
    return (
      <div className={styles.slots}>
        <div className={styles.none}>{words.stage.nothing}</div>
      </div>
    );
  if (body.type === 'slots')
    return (
      <dl className={styles.slots}>
        {body.slots.map((slot) => (
          <div key={slot.label} className={slot.now ? styles.now : undefined}>
            <dt>{slot.label}</dt>
            <dd className={slot.hue > 0 ? `${styles.reference} o${slot.hue}` : undefined}>{slot.text}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <div
      className={styles.values}
      style={{
        gridTemplateColumns: `repeat(${body.columns}, ${size.value}px)`,
        gridAutoRows: `${valueHeight}px`,
      }}
    >
      {body.cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place in the array
        <span key={i} className={cell.now ? styles.nowCell : undefined}>
          {cell.text}
        </span>
      ))}
    </div>
  );
});

/** shape, dtype, strides …: what NumPy tells of an array. */
export const Facts = memo(function Facts({
  facts,
  layout,
}: {
  facts: readonly Fact[];
  layout: CardSize['facts'];
}) {
  if (layout === 'none' || facts.length === 0) return null;
  const shown = layout === 'below' ? facts.slice(0, 2) : facts;
  return (
    <dl className={layout === 'beside' ? styles.facts : styles.factsRow}>
      {shown.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
});
