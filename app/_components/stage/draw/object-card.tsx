import { memo } from 'react';
import * as words from '../../../_words';
import type { ObjectRole, ObjectState } from '../film/film';
import { cardSize } from '../layout/card-size';
import type { Box } from '../layout/geometry';
import type { Metrics } from '../layout/metrics';
import { Body, Facts } from './body';
import { HoldersLine } from './holders-line';
import styles from './object-card.module.css';
import { Why } from './why';

/** How the collector came to free it. */
function foundBy({ scratch }: NonNullable<ObjectState['freed']>): string {
  return scratch ? words.stage.scratch(scratch.count, scratch.inside) : words.stage.freedWithCycle;
}

/** A live object, or the ghost of a freed one, in its place. */
export const ObjectCard = memo(function ObjectCard({
  role,
  state,
  box,
  metrics,
}: {
  role: ObjectRole;
  state: ObjectState;
  box: Box;
  metrics: Metrics;
}) {
  const ghost = state.status === 'freed';
  const size = cardSize(role, metrics);
  const folded = metrics.form === 'narrow' || metrics.crowded;
  const look = [
    styles.card,
    `o${role.hue}`,
    ghost && styles.freed,
    state.isNew && styles.now,
    metrics.roomy && styles.roomy,
    folded && styles.folded,
    state.cycle && styles.cycle,
  ];
  const bodyShown = !ghost && !(folded && role.inMemory);
  return (
    <article
      className={look.filter(Boolean).join(' ')}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
      aria-label={`#${role.number} ${role.kind}${ghost && state.freed ? `. ${words.stage.freedAt(state.freed.step)}` : ''}`}
      data-object={role.id}
      data-status={state.status}
    >
      <header>
        <span className={styles.number}>#{role.number}</span>
        <span className={styles.kind}>
          {folded && ghost && state.freed ? words.stage.freedAt(state.freed.step).toLowerCase() : role.kind}
        </span>
        {bodyShown && size.inline && (
          <div className={styles.inline}>
            <Body body={state.body} size={size} valueHeight={metrics.valueHeight} />
          </div>
        )}
        {folded && <Why state={state} number={role.number} large={false} />}
      </header>
      {!folded && state.freed && (
        <p className={styles.ghost}>
          <b>{words.stage.freedAt(state.freed.step)}</b>{' '}
          <span>{state.freed.by === 'gc' ? words.stage.freedByCollector : words.stage.freedByCount}</span>
          {state.freed.by === 'gc' && <small>{foundBy(state.freed)}</small>}
        </p>
      )}
      {bodyShown && !size.inline && (
        <div className={size.facts === 'beside' ? styles.body : styles.column}>
          <Body body={state.body} size={size} valueHeight={metrics.valueHeight} />
          <Facts facts={state.facts} layout={size.facts} />
        </div>
      )}
      {!folded && (
        <footer>
          <span className={styles.holders}>
            <HoldersLine state={state} />
          </span>
          <Why state={state} number={role.number} large={metrics.roomy} />
        </footer>
      )}
    </article>
  );
});
