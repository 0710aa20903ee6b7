import { memo, useMemo } from 'react';
import * as words from '../../../_words';
import type { ObjectState, Scene } from '../film/film';
import type { Block } from '../layout/blocks';
import type { Places } from '../layout/geometry';
import type { Metrics } from '../layout/metrics';
import styles from './cards.module.css';
import { ObjectCard } from './object-card';

interface CardsProps {
  scene: Scene;
  blocks: readonly Block[];
  places: Places;
  metrics: Metrics;
  /** Tops, on the stage, of what is said of objects that never have a name. */
  nameless: ReadonlyMap<number, number>;
}

/** The objects lane: live objects and ghosts, in blocks. */
export function Cards({ scene, blocks, places, metrics, nameless }: CardsProps) {
  const blockOf = useMemo(
    () => new Map(blocks.flatMap((block) => [...block.cards.keys()].map((id) => [id, block]))),
    [blocks],
  );
  const states = new Map<Block, ObjectState[]>(blocks.map((block) => [block, []]));
  for (const state of scene.objects) {
    const block = blockOf.get(state.id);
    const stands = scene.n < (places.objectUntil.get(state.id) ?? Number.POSITIVE_INFINITY);
    if (block && stands) states.get(block)?.push(state);
  }
  return blocks.map((block) => (
    <CardBlock
      key={block.key}
      block={block}
      states={states.get(block) ?? []}
      metrics={metrics}
      nameless={nameless}
      alone={blocks.length === 1}
    />
  ));
}

interface BlockProps {
  block: Block;
  states: readonly ObjectState[];
  metrics: Metrics;
  nameless: ReadonlyMap<number, number>;
  alone: boolean;
}

/** Drawn again only when the step changed one of its objects: unchanged states are the same object. */
const CardBlock = memo(
  function CardBlock({ block: { box, cards }, states, metrics, nameless, alone }: BlockProps) {
    return (
      <div
        className={alone ? styles.block : `${styles.block} ${styles.skipped}`}
        style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
      >
        {states.map((state) => {
          const card = cards.get(state.id);
          return card ? (
            <ObjectCard key={state.id} role={card.role} state={state} box={card.box} metrics={metrics} />
          ) : null;
        })}
        {states.map(({ id, status, count }) => {
          const top = nameless.get(id);
          return top === undefined || status === 'freed' || count === null ? null : (
            <div key={id} className={styles.noname} style={{ left: -box.x, top: top - box.y }}>
              {words.stage.noName}
            </div>
          );
        })}
      </div>
    );
  },
  (before, after) =>
    before.block === after.block &&
    before.metrics === after.metrics &&
    before.nameless === after.nameless &&
    before.alone === after.alone &&
    before.states.length === after.states.length &&
    before.states.every((state, i) => state === after.states[i]),
);
