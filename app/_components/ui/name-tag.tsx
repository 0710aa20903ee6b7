import styles from './name-tag.module.css';

export interface NameTagProps {
  name: string;
  /** Hue of the object it refers to, 1 to 6; 0 for a name without an object. */
  hue?: number;
  /** The name is not bound any more: its place is kept. */
  gone?: boolean;
  /** Bound or removed in this step. */
  now?: boolean;
  small?: boolean;
}

/** A name: a tag in the hue of the object that it refers to. */
export function NameTag({ name, hue = 0, gone, now, small }: NameTagProps) {
  const parts = [
    styles.tag,
    !gone && hue > 0 && `o${hue}`,
    gone && styles.gone,
    now && styles.now,
    small && styles.small,
  ];
  return <b className={parts.filter(Boolean).join(' ')}>{name}</b>;
}
