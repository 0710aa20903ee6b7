import { ArrowDown, ArrowUp, GripVertical, Plus, X } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import * as words from '../../../../_words';
import { codeTokens } from '../../../player/code-tokens';
import { IconButton } from '../../../ui/icon-button';
import styles from './order.module.css';

interface LineProps {
  id: string;
  text: string;
  /** What the line is called by itself, with its place. */
  label: string;
  className: string;
  isDragged: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onDrag: (event: PointerEvent<HTMLElement>) => void;
  onUp?: (() => void) | null;
  onDown?: (() => void) | null;
  onRemove?: () => void;
  onAdd?: () => void;
}

/** One line: a handle to drag or to move by keys, and buttons for who does neither. */
export function OrderLine({ id, text, label, className, isDragged, onKeyDown, onDrag, ...moves }: LineProps) {
  const t = words.kinds.order;
  const { onUp, onDown, onRemove, onAdd } = moves;
  return (
    <li className={`${styles.line} ${isDragged ? styles.dragged : ''} ${className}`} data-line={id}>
      <button
        type="button"
        className={styles.handle}
        aria-label={label}
        data-handle=""
        onKeyDown={onKeyDown}
        onPointerDown={onDrag}
      >
        <GripVertical size={16} aria-hidden="true" />
        <code>
          {codeTokens(text).map((token, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line keep their order
            token.kind === 'keyword' ? <b key={i}>{token.text}</b> : token.text,
          )}
        </code>
      </button>
      {onAdd && (
        <IconButton label={t.add(text)} onClick={onAdd}>
          <Plus size={16} aria-hidden="true" />
        </IconButton>
      )}
      {onRemove && (
        <>
          <IconButton label={t.up(text)} onClick={() => onUp?.()} aria-disabled={!onUp}>
            <ArrowUp size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label={t.down(text)} onClick={() => onDown?.()} aria-disabled={!onDown}>
            <ArrowDown size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label={t.remove(text)} onClick={onRemove}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </li>
  );
}
