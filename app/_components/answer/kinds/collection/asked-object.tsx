import { Prose } from '../../../ui/prose';
import styles from './asked-object.module.css';

/** The object that a row is about. */
export function AskedObject({ label }: { label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
    <div className={styles.object} role="rowheader">
      <Prose text={label} />
    </div>
  );
}
