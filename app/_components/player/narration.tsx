import type { Scene } from '../stage/film/film';
import { Prose } from '../ui/prose';
import styles from './narration.module.css';

/** The sentence of the step, read out as it changes: act, values, count, what was freed. */
export function Narration({ scene }: { scene: Scene }) {
  return (
    <div className={styles.say} aria-live="polite" aria-atomic="true" data-narration={scene.n}>
      <span className={styles.number}>{scene.n}</span>
      <div>
        <p>
          <Prose text={scene.say} />
        </p>
        {scene.more && (
          <p className={styles.more}>
            <Prose text={scene.more} />
          </p>
        )}
      </div>
    </div>
  );
}
